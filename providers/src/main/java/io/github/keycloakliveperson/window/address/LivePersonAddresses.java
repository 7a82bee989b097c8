package io.github.keycloakliveperson.window.address;

/**
 * A realm's addresses for LivePerson. All begin with the issuer, which Keycloak alone computes: a
 * second encoder would write some names otherwise, {@code %27} for {@code '} (K37).
 *
 * @param issuer the very string of the tokens' {@code iss} (L4)
 */
public record LivePersonAddresses(String issuer) {

    /** The segment of the path that this extension's realm endpoints are below. */
    public static final String SEGMENT = "liveperson";

    /** The connector's Authentication Endpoint (L22). */
    public String authorize() {
        return endpoint("authorize");
    }

    /** Where the stock authorization endpoint returns to for the external window. */
    public String callback() {
        return endpoint("callback");
    }

    /** The realm's RS256 keys (L11). */
    public String jwks() {
        return endpoint("jwks");
    }

    /** The one script of a brand's pages (L31). */
    public String webAuth() {
        return endpoint("web-auth.js");
    }

    /**
     * Where the silent sign-in of a client's pages returns to, as their script names it: it takes
     * the address from the browser.
     *
     * @param clientId the client's id, encoded here as {@code encodeURIComponent} does it in the
     *     pages' script
     */
    public String silentReturn(String clientId) {
        String segment =
                PercentEncoding.encode(clientId)
                        .replace("%21", "!")
                        .replace("%27", "'")
                        .replace("%28", "(")
                        .replace("%29", ")")
                        .replace("%7E", "~");
        return WebOrigin.asBrowsersWrite(endpoint("silent-return/" + segment));
    }

    /** Keycloak's own token endpoint (L17). */
    public String token() {
        return issuer + "/protocol/openid-connect/token";
    }

    private String endpoint(String name) {
        return issuer + "/" + SEGMENT + "/" + name;
    }
}
