package io.github.keycloakliveperson.window.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A web origin named in full, in the form browsers send it (RFC 6454 §6.2): lower case, without a
 * default port, an international name as {@code xn--}. Its characters are safe in a header and in
 * an HTML attribute. {@link java.net.URI} isn't used: it finds no host where a label has an
 * underscore or letters beyond ASCII, and both are served (K38).
 *
 * @param value for example {@code https://www.brand.example} or {@code http://localhost:8081}
 */
public record WebOrigin(String value) {

    private static final String HOST = "[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+]";
    private static final Pattern FORM =
            Pattern.compile("https?://(?:" + HOST + ")(?::[0-9]{1,5})?");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)(https?)://([^/?#\\\\\\[\\]:]+|\\[[0-9a-f:.]+])(?::([0-9]+))?(.*)");
    private static final Pattern LOOPBACK =
            Pattern.compile("http://(?:(?:.+\\.)?localhost|127(?:\\.[0-9]+){3}|\\[::1])(?::.*)?");
    private static final int LAST_PORT = 65_535;
    private static final int MOST_DIGITS = 9;

    public WebOrigin {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a web origin named in full");
        }
    }

    /**
     * Reads an origin as a person, a client's settings or a browser's {@code Origin} header names
     * it; a slash at the end is ignored.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong: no origin of http
     *     or https, one with a wildcard, or more than an origin
     */
    public static WebOrigin read(String text) {
        var address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            throw refusal(
                    text, "is not an origin: write scheme and host, like https://www.example.com");
        }
        if (address.group(2).contains("@") || !address.group(4).matches("/?")) {
            throw refusal(text, "is more than an origin: write scheme, host and port only");
        }
        if (address.group(2).contains("*")) {
            throw refusal(text, "has a wildcard: name each origin in full");
        }
        var scheme = address.group(1).toLowerCase(Locale.ROOT);
        var host = HostName.ascii(address.group(2));
        if (host.isEmpty()) {
            throw refusal(text, "has no host name that a browser can open");
        }
        return new WebOrigin(scheme + "://" + host.get() + port(scheme, address.group(3), text));
    }

    /** Empty where {@link #read} would refuse it, and for null. */
    public static Optional<WebOrigin> parse(String text) {
        try {
            return Optional.ofNullable(text).map(WebOrigin::read);
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** Reads the origin of an address without query, {@code https://login.example/auth} for one. */
    public static Optional<WebOrigin> of(String address) {
        var parts = ADDRESS.matcher(address);
        return parts.matches() && parts.group(4).matches("(?:/.*)?")
                ? parse(address.substring(0, parts.start(4)))
                : Optional.empty();
    }

    /** An address as a browser writes it; unchanged if no browser can open it. */
    public static String asBrowsersWrite(String address) {
        var parts = ADDRESS.matcher(address);
        return of(address)
                .filter(origin -> parts.matches())
                .map(origin -> origin.value() + parts.group(4))
                .orElse(address);
    }

    /** Whether nobody between server and browser can change such a page. */
    public boolean isSecure() {
        return value.startsWith("https:") || LOOPBACK.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }

    private static String port(String scheme, String digits, String text) {
        if (digits == null) {
            return "";
        }
        var port = digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (port > LAST_PORT) {
            throw refusal(text, "has a port beyond " + LAST_PORT);
        }
        return port == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port;
    }

    private static IllegalArgumentException refusal(String text, String reason) {
        return new IllegalArgumentException(text + " " + reason + ".");
    }
}
