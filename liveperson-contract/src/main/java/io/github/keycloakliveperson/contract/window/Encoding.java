package io.github.keycloakliveperson.contract.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/** Percent encoding of one parameter, as a browser's {@code encodeURIComponent} does it. */
public final class Encoding {

    private Encoding() {}

    /**
     * @param value any text
     * @return the text with everything but letters, digits and {@code -_.!~*'()} percent-encoded in
     *     UTF-8
     */
    public static String encode(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    /**
     * @param raw a parameter's characters
     * @return the value behind them, {@code +} read as a space; the characters themselves if an
     *     escape is broken
     */
    public static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }
}
