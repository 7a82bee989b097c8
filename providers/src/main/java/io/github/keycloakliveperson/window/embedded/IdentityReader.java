package io.github.keycloakliveperson.window.embedded;

import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.Optional;

/**
 * Who asks for a consumer's identity, as the browser tells it: the page's origin, if it is one that
 * may know.
 *
 * @param origin an origin of the client's pages
 */
public record IdentityReader(WebOrigin origin) {

    /**
     * Decides by the headers that a page's script can't set (Fetch §4.6 {@code Origin}, Fetch
     * Metadata {@code Sec-Fetch-Site}). A page on Keycloak's own origin sends no {@code Origin}
     * with a GET, so there {@code Sec-Fetch-Site: same-origin} stands in for it.
     *
     * @param originHeader the {@code Origin} header or null
     * @param fetchSite the {@code Sec-Fetch-Site} header or null
     * @param ownOrigin the origin that this request was sent to
     * @return empty if the asking page must get nothing
     */
    public static Optional<IdentityReader> of(
            AllowedOrigins allowed, String originHeader, String fetchSite, String ownOrigin) {
        String asking =
                originHeader == null && "same-origin".equals(fetchSite) ? ownOrigin : originHeader;
        return WebOrigin.parse(asking).filter(allowed::allow).map(IdentityReader::new);
    }
}
