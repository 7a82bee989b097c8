package io.github.keycloakliveperson.window.embedded;

import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The origins of a brand's pages: those of the client's Web Origins that are named in full. {@code
 * *} and {@code +} open nothing here, whatever they mean elsewhere in Keycloak.
 *
 * @param origins without duplicates, in a stable order
 */
public record AllowedOrigins(List<WebOrigin> origins) {

    public AllowedOrigins {
        origins = List.copyOf(origins);
    }

    /** Those of a client's Web Origins, as they are stored, that are named in full. */
    public static AllowedOrigins of(Stream<String> webOrigins) {
        return new AllowedOrigins(
                webOrigins
                        .map(WebOrigin::parse)
                        .flatMap(Optional::stream)
                        .distinct()
                        .sorted(Comparator.comparing(WebOrigin::value))
                        .toList());
    }

    /**
     * The origin of the page that asks, if it may have this client's answers: by the headers that a
     * page's script can't set (Fetch §4.6 {@code Origin}, Fetch Metadata {@code Sec-Fetch-Site}),
     * null where they are missing. A page on Keycloak's own origin sends no {@code Origin} with a
     * GET, so there {@code Sec-Fetch-Site: same-origin} counts instead.
     */
    public Optional<WebOrigin> asking(String origin, String fetchSite, String ownOrigin) {
        var asking = origin == null && "same-origin".equals(fetchSite) ? ownOrigin : origin;
        return WebOrigin.parse(asking).filter(this::allow);
    }

    /** Whether a page of this origin may have this client's answers. */
    public boolean allow(WebOrigin origin) {
        return origins.contains(origin);
    }

    /** The value of Content-Security-Policy's {@code frame-ancestors} (CSP 3 §6.4.2). */
    String frameAncestors() {
        return origins.isEmpty() ? "'none'" : spaceSeparated();
    }

    String spaceSeparated() {
        return origins.stream().map(WebOrigin::value).collect(Collectors.joining(" "));
    }
}
