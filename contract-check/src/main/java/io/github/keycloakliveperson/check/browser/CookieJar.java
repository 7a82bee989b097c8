package io.github.keycloakliveperson.check.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Cookies as browsers keep them, as far as it matters here: per host and path, {@code Secure} ones
 * over https and to this machine only, none above 4,096 bytes (K8).
 */
public final class CookieJar {
    private static final int LARGEST = 4096;

    /**
     * A cookie.
     *
     * @param host the host that gets it
     * @param path the path below which it goes
     * @param name its name
     * @param value its value as received
     * @param secure whether it needs https or this machine
     */
    public record Cookie(String host, String path, String name, String value, boolean secure) {
        boolean same(Cookie other) {
            return host.equals(other.host) && path.equals(other.path) && name.equals(other.name);
        }

        boolean goesTo(URI address) {
            var asked = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
            boolean below =
                    asked.equals(path) || asked.startsWith(path.endsWith("/") ? path : path + "/");
            return host.equals(address.getHost()) && below && (!secure || trusted(address));
        }
    }

    private final List<Cookie> cookies = new ArrayList<>();

    /** All that it holds. */
    public List<Cookie> all() {
        return List.copyOf(cookies);
    }

    /** The value of the only cookie of a name. */
    public String value(String name) {
        return cookies.stream()
                .filter(cookie -> cookie.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** Adds a cookie for all paths of a host, and replaces those with the same name. */
    public void put(String host, String name, String value) {
        removeIf(cookie -> cookie.host().equals(host) && cookie.name().equals(name));
        cookies.add(new Cookie(host, "/", name, value, false));
    }

    /** Forgets cookies. */
    public void removeIf(Predicate<Cookie> forgotten) {
        cookies.removeIf(forgotten);
    }

    /** Takes over what an answer sets. */
    public void keep(Reply reply) {
        var address = URI.create(reply.address());
        reply.headers().allValues("Set-Cookie").forEach(line -> keep(address, line));
    }

    private void keep(URI address, String line) {
        var parts = line.split(";");
        var pair = parts[0].split("=", 2);
        if (pair.length < 2) {
            return;
        }
        var path = address.getRawPath().replaceAll("/[^/]*$", "");
        boolean secure = false;
        boolean dead = false;
        for (int i = 1; i < parts.length; i++) {
            var attribute = parts[i].trim();
            var lower = attribute.toLowerCase(Locale.ROOT);
            if (lower.startsWith("path=")) {
                path = attribute.substring(5);
            } else if (lower.equals("secure")) {
                secure = true;
            } else if (lower.startsWith("max-age=")) {
                dead = lower.equals("max-age=0") || lower.startsWith("max-age=-");
            }
        }
        var fresh =
                new Cookie(
                        address.getHost(),
                        path.isEmpty() ? "/" : path,
                        pair[0].trim(),
                        pair[1],
                        secure);
        cookies.removeIf(fresh::same);
        if (!dead && parts[0].length() <= LARGEST) {
            cookies.add(fresh);
        }
    }

    /** The {@code Cookie} header for an address; empty where it gets none. */
    public String header(String address) {
        var uri = URI.create(address);
        return cookies.stream()
                .filter(cookie -> cookie.goesTo(uri))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }

    private static boolean trusted(URI address) {
        return "https".equals(address.getScheme())
                || address.getHost().matches("(.+\\.)?localhost|127\\.0\\.0\\.1|\\[::1]");
    }
}
