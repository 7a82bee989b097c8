package io.github.keycloakliveperson.check.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/** Percent encoding of one parameter, as RFC 3986 has it and as browsers send it. */
public final class Encoding {
    private Encoding() {}

    /** The value with everything but letters, digits and {@code -._~} percent-encoded in UTF-8. */
    public static String encode(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /**
     * The value behind raw characters, {@code +} read as a space.
     *
     * @throws IllegalArgumentException when an escape is broken
     */
    public static String decode(String raw) {
        return URLDecoder.decode(raw, UTF_8);
    }
}
