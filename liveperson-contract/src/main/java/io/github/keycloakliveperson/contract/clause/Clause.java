package io.github.keycloakliveperson.contract.clause;

/** The clauses of what LivePerson expects from a brand's identity provider, each in a few words. */
public enum Clause {
    L1("id_token is a JWS, RS256, RSA key of 2048 bits or more"),
    L2("iss, iat and exp are there; iat and exp are numbers in seconds"),
    L3("sub is stable and cannot be guessed"),
    L4("iss is the same string everywhere"),
    L5("standard claims have the standard's types"),
    L6("other claims are tolerated"),
    L7("exp leaves LivePerson an hour to a day"),
    L8("lp_sdes is an array of objects with a type"),
    L9("lp_sdes holds ctmrinfo and personal, with exact names and types"),
    L10("every report is whole"),
    L11("LivePerson gets the key: JWKS over https, or base64 SPKI on one line"),
    L12("kid names the key, n is base64url"),
    L13("signed, then encrypted with RSA-OAEP-256 under LivePerson's kid"),
    L14("LivePerson's key is taken as LivePerson hands it out"),
    L15("content encryption is one that JWA defines, cty is JWT"),
    L16("never in the clear what should be encrypted"),
    L17("the token call is a form POST with code and redirect_uri"),
    L18("raw Basic authenticates the client"),
    L19("PKCE is S256, and holds"),
    L20("token answers and errors have the expected shape"),
    L21("the redirect_uri that LivePerson sends is accepted"),
    L22("the Authentication Endpoint answers a top-level navigation"),
    L23("the RFC request is understood"),
    L24("the window's address is accepted, and no other"),
    L25("state comes back as it went"),
    L26("an id_token request works with and without nonce"),
    L27("the RFC answer stands on the redirect_uri, with state"),
    L28("+ and %20 in state come back as they went"),
    L29("the openID request is understood"),
    L30("the openID answer is appended to the window's query"),
    L31("the page has the method that LivePerson calls"),
    L32("the method always has an answer"),
    L33("every call gets a code of its own"),
    L34("the identity function knows iss and sub"),
    L35("an app gets a code or a token"),
    L36("LivePerson calls no logout endpoint"),
    L39("a signed-in consumer's bot gets an access token, and a new one"),
    L40("an unknown consumer's bot gets an access token by a link");

    private final String title;

    Clause(String title) {
        this.title = title;
    }

    /** The clause in a few words. */
    public String title() {
        return title;
    }
}
