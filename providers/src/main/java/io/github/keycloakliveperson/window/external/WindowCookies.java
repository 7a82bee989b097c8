package io.github.keycloakliveperson.window.external;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cookies of the windows that wait in this browser, the oldest first, as browsers send them
 * (RFC 6265 5.4).
 *
 * @param values secrets by cookie name
 * @param path where they apply: the realm's LivePerson endpoints
 * @param secure whether they are sent only over https
 */
public record WindowCookies(Map<String, String> values, String path, boolean secure) {

    /** More windows than anyone opens; keeps the request header well below every server's limit. */
    private static final int MOST = 12;

    /** The most that one answer ends, so that its headers stay far below every proxy's buffer. */
    private static final int MOST_ENDED = 4;

    public WindowCookies {
        values = new LinkedHashMap<>(values);
    }

    /** Reads them from the values of the Cookie headers. */
    public static WindowCookies parse(List<String> headers, String path, boolean secure) {
        Map<String, String> values = new LinkedHashMap<>();
        for (var header : headers) {
            for (var pair : header.split(";")) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? "" : pair.substring(0, equals).strip();
                if (WindowHandle.isCookieName(name)) {
                    values.putIfAbsent(name, unquoted(pair.substring(equals + 1).strip()));
                }
            }
        }
        return new WindowCookies(values, path, secure);
    }

    /**
     * Set-Cookie headers: the cookie of a window that may wait this many seconds, and the end of
     * some of the oldest if there are too many.
     */
    public List<String> add(WindowHandle handle, int seconds) {
        List<String> headers = new ArrayList<>();
        values.keySet().stream()
                .limit(Math.min(MOST_ENDED, Math.max(0, values.size() - MOST + 1)))
                .forEach(name -> headers.add(setCookie(name, "", 0)));
        headers.add(setCookie(handle.cookieName(), handle.secret(), seconds));
        return headers;
    }

    /** The Set-Cookie header that ends a window's wait. */
    public String remove(WindowHandle handle) {
        return setCookie(handle.cookieName(), "", 0);
    }

    /** A cookie's value may stand in quotes (RFC 6265 4.1.1); older clients put it there. */
    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    // Lax: the consumer returns by a top-level navigation, perhaps from another site's login.
    private String setCookie(String name, String value, int seconds) {
        return "%s=%s; Path=%s; Max-Age=%s; HttpOnly; SameSite=Lax%s"
                .formatted(name, value, path, seconds, secure ? "; Secure" : "");
    }
}
