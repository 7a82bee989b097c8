package io.github.keycloakliveperson.contract.clause;

/** The clauses of what LivePerson expects from a brand's identity provider, each in a few words. */
public enum Clause {
    L1("the id_token is a JWS, signed with RS256 and an RSA key of 2048 bits or more"),
    L2("iss, iat and exp are present; iat and exp are numbers in seconds"),
    L3("sub is stable and cannot be guessed"),
    L4("iss is the same string everywhere"),
    L5("standard claims have their standard types"),
    L6("LivePerson ignores other claims"),
    L7("exp is an hour to a day after iat"),
    L8("lp_sdes is an array of objects, each with a type"),
    L9("lp_sdes contains ctmrinfo and personal, with exact field names and types"),
    L10("every report is complete"),
    L11("LivePerson has the key: a JWKS over https, or base64 SPKI on one line"),
    L12("the token's kid names the key, and n is base64url"),
    L13("the token is signed, then encrypted with RSA-OAEP-256 under LivePerson's kid"),
    L14("the provider accepts LivePerson's key in the form in which LivePerson supplies it"),
    L15("the content encryption is one that JWA defines, and cty is JWT"),
    L16("a token that should be encrypted is never sent unencrypted"),
    L17("the token call is a form POST with code and redirect_uri"),
    L18("Basic with the raw client id and secret authenticates the client"),
    L19("PKCE works with S256, and the verifier is checked"),
    L20("token answers and errors have the expected shape"),
    L21("the redirect_uri that LivePerson sends is accepted"),
    L22("the Authentication Endpoint answers a top-level navigation"),
    L23("the RFC dialect's request is accepted"),
    L24("the window's address is accepted, and no other"),
    L25("state comes back unchanged"),
    L26("an id_token request works with and without nonce"),
    L27("the RFC dialect's answer is in the query or fragment of redirect_uri, with state"),
    L28("+ and %20 in state come back unchanged"),
    L29("the openID dialect's request is accepted"),
    L30("the openID dialect's answer is appended to the window's query"),
    L31("the page has the method that LivePerson calls"),
    L32("the method always calls back"),
    L33("every call gets a new code"),
    L34("the identity function returns the token's iss and sub"),
    L35("an app gets a code or a token"),
    L36("LivePerson calls no logout endpoint"),
    L39("the bot of a signed-in consumer gets an access token, and can renew it"),
    L40("the bot of an unknown consumer gets an access token through a link");

    private final String title;

    Clause(String title) {
        this.title = title;
    }

    /** The clause in a few words. */
    public String title() {
        return title;
    }
}
