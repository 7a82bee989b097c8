package io.github.keycloakliveperson.onboarding;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The origin of a brand's pages, as a browser writes it in its {@code Origin} header (RFC 6454):
 * https anywhere, http on the developer's own machine.
 */
public final class BrandOrigin {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private BrandOrigin() {}

    /**
     * Reads an origin; a slash at the end is forgiven.
     *
     * @param text what was given
     * @return the origin as browsers write it: lower case, no default port, no slash
     * @throws IllegalArgumentException with a sentence, when it isn't an origin of https or of
     *     localhost
     */
    public static String parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(text + " is not an address.", e);
        }
        if (uri.getHost() == null || uri.getScheme() == null) {
            throw new IllegalArgumentException(
                    text
                            + " is not an origin: write scheme and host, like https://www.example.com.");
        }
        if (uri.getRawUserInfo() != null
                || !Set.of("", "/").contains(uri.getRawPath())
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    text + " is more than an origin: leave out all that follows host and port.");
        }
        String origin = of(uri);
        if (!origin.startsWith("https://") && !isLoopback(uri)) {
            throw new IllegalArgumentException(text + " is not https. Only localhost may be http.");
        }
        return origin;
    }

    /**
     * Tells the origin of an address that is known to be one.
     *
     * @param address an absolute address
     */
    public static String of(String address) {
        return of(URI.create(address));
    }

    private static String of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean defaultPort =
                uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return scheme + "://" + host + (defaultPort ? "" : ":" + uri.getPort());
    }

    private static boolean isLoopback(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }
}
