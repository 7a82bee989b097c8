package io.github.keycloakliveperson.it.harness;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cookies as browsers keep them for {@code http://localhost}: a secure context, where {@code
 * Secure} ones are sent too.
 */
final class LoopbackCookies extends CookieHandler {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    CookieStore store() {
        return cookies.getCookieStore();
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers)
            throws IOException {
        return cookies.get(raw(uri), headers);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        Map<String, List<String>> changed = new HashMap<>(headers);
        changed.replaceAll(
                (name, values) ->
                        name != null && name.equalsIgnoreCase("Set-Cookie")
                                ? values.stream().map(LoopbackCookies::withoutSecure).toList()
                                : values);
        cookies.put(raw(uri), changed);
    }

    /**
     * Browsers compare a cookie's path with the path as it is sent, the JDK with the decoded one.
     */
    private static URI raw(URI uri) {
        return URI.create(uri.toString().replace("%", "%25"));
    }

    private static String withoutSecure(String cookie) {
        return cookie.replaceAll("(?i);\\s*secure(?=;|$)", "");
    }
}
