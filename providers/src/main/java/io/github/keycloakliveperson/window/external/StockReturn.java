package io.github.keycloakliveperson.window.external;

import io.github.keycloakliveperson.window.address.RawQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer for our callback in a response of the stock authorization endpoint that has not left
 * the server: a redirect there (codes), or the page that posts a form there (id_tokens, K36).
 * Whatever isn't recognized goes to the browser, which then brings the answer.
 */
public final class StockReturn {

    // As Keycloak writes it: all that it lets in between is escaped
    private static final Pattern FORM =
            Pattern.compile("<HTML>.{0,200}<FORM METHOD=\"POST\" ACTION=\"([^\"]*)\">(.*)</HTML>");
    private static final Pattern FIELD =
            Pattern.compile("<INPUT TYPE=\"HIDDEN\" NAME=\"([^\"]*)\" VALUE=\"([^\"]*)\" />");

    private StockReturn() {}

    /** The answer in a redirect that was asked for with this handle; empty for any other. */
    public static Optional<Map<String, String>> ofRedirect(
            String location, String callback, String handle) {
        return location.startsWith(callback + "?")
                ? ours(RawQuery.parse(location.substring(callback.length() + 1)).values(), handle)
                : Optional.empty();
    }

    /** The answer in a page that was asked for with this handle; empty for any other. */
    public static Optional<Map<String, String>> ofPage(
            String page, String callback, String handle) {
        var form = FORM.matcher(page);
        if (!form.matches() || !callback.equals(unescaped(form.group(1)))) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        var field = FIELD.matcher(form.group(2));
        while (field.find()) {
            fields.put(field.group(1), unescaped(field.group(2)));
        }
        return ours(fields, handle);
    }

    private static Optional<Map<String, String>> ours(Map<String, String> answer, String handle) {
        return Optional.of(answer).filter(a -> handle.equals(a.get("state")));
    }

    private static String unescaped(String attribute) {
        return attribute
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
