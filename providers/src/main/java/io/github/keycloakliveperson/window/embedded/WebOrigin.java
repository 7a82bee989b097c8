package io.github.keycloakliveperson.window.embedded;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web origin named in full, in the form browsers send it (RFC 6454 §6.2): lower case, without a
 * default port. Its characters are safe in a header and in an HTML attribute.
 *
 * @param value for example {@code https://www.brand.example} or {@code http://localhost:8081}
 */
public record WebOrigin(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<scheme>https?)://(?<host>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])"
                            + "(?::(?<port>[0-9]{1,5}))?");

    public WebOrigin {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a web origin named in full");
        }
    }

    /**
     * Reads an origin as a client's settings or a browser's {@code Origin} header name it.
     *
     * @return empty for null, for {@code *}, {@code +} and {@code null}, for anything with a
     *     wildcard, a path, a query or another scheme than http and https
     */
    public static Optional<WebOrigin> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        String port = form.group("port");
        String defaultPort = form.group("scheme").equals("https") ? "443" : "80";
        String suffix = port == null || port.equals(defaultPort) ? "" : ":" + port;
        return Optional.of(
                new WebOrigin(form.group("scheme") + "://" + form.group("host") + suffix));
    }

    @Override
    public String toString() {
        return value;
    }
}
