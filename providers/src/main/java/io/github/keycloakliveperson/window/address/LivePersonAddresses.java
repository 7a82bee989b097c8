package io.github.keycloakliveperson.window.address;

/**
 * A realm's addresses for LivePerson. All begin with the issuer, which Keycloak alone computes: a
 * second encoder would write some names otherwise, {@code %27} for {@code '} (K37).
 *
 * @param issuer exactly as in the tokens' {@code iss} (L4)
 */
public record LivePersonAddresses(String issuer) {

    /** The segment of the path that this extension's realm endpoints are below. */
    public static final String SEGMENT = "liveperson";

    /** What stands between a realm's own address and an endpoint's name. */
    public static final String BELOW_REALM = "/" + SEGMENT + "/";

    /** The connector's Authentication Endpoint (L22). */
    public String authorize() {
        return at("authorize");
    }

    /** Where the stock authorization endpoint returns to for the external window. */
    public String callback() {
        return at("callback");
    }

    /** The realm's RS256 keys (L11). */
    public String jwks() {
        return at("jwks");
    }

    /** The one script of a brand's pages (L31). */
    public String webAuth() {
        return at("web-auth.js");
    }

    /** Where the silent sign-in of a client's pages returns to, as their browsers write it. */
    public String silentReturn(String clientId) {
        var segment =
                PercentEncoding.encode(clientId)
                        .replace("%21", "!")
                        .replace("%27", "'")
                        .replace("%28", "(")
                        .replace("%29", ")")
                        .replace("%7E", "~");
        return WebOrigin.asBrowsersWrite(at("silent-return/" + segment));
    }

    /** Keycloak's own token endpoint (L17). */
    public String token() {
        return issuer + "/protocol/openid-connect/token";
    }

    /** Which of the realm endpoints an address is of, whatever realm or server; empty for none. */
    public static String endpoint(String address) {
        var below = address.lastIndexOf(BELOW_REALM);
        return below < 0 ? "" : address.substring(below + BELOW_REALM.length()).split("/", -1)[0];
    }

    private String at(String name) {
        return issuer + BELOW_REALM + name;
    }
}
