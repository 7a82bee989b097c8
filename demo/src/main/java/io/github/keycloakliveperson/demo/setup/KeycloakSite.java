package io.github.keycloakliveperson.demo.setup;

import java.net.URI;

/**
 * Where the demo's Keycloak is.
 *
 * @param browserUri what browsers call it, {@code http://localhost:8080}
 * @param serverUri what the demo's own servers call it; the same, except in containers
 * @param realm the realm's name
 */
public record KeycloakSite(URI browserUri, URI serverUri, String realm) {

    /** The audience of access tokens for the brand's API. */
    public static final String API_AUDIENCE = "fernhill-api";

    /** The scope for bills in the brand's API. */
    public static final String API_SCOPE = "bill.read";

    /** {@return the realm's issuer} */
    public String issuer() {
        return browserUri + "/realms/" + realm;
    }

    /**
     * @param path below the realm, with a slash
     * @return the address for browsers
     */
    public URI forBrowsers(String path) {
        return URI.create(browserUri + "/realms/" + realm + path);
    }

    /**
     * @param path below the realm, with a slash
     * @return the address for servers
     */
    public URI forServers(String path) {
        return URI.create(serverUri + "/realms/" + realm + path);
    }
}
