package io.github.keycloakliveperson.window.address;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The encoding of {@code application/x-www-form-urlencoded}, read strictly: unlike the JDK's
 * decoder, it refuses bad escapes, and bytes that aren't UTF-8 instead of replacing them, so that
 * the checked value is the real one.
 */
public final class PercentEncoding {

    private static final Pattern NOT_ENCODED =
            Pattern.compile("%(?![0-9A-Fa-f]{2})|[^\\x00-\\x7f]");

    /** Besides letters, digits and escapes: what RFC 3986 allows in a query. */
    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]");

    private PercentEncoding() {}

    /** Decodes, {@code +} to a space; empty for a bad escape or for bytes that aren't UTF-8. */
    static Optional<String> decode(String raw) {
        if (NOT_ENCODED.matcher(raw).find()) {
            return Optional.empty();
        }
        var octets = URLDecoder.decode(raw, StandardCharsets.ISO_8859_1);
        var bytes = ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1));
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Encodes a parameter's value; the result is safe in a query and in a fragment. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Escapes only what may not be in a URI's path or query. */
    static String escapeIllegal(String uriPart) {
        return ILLEGAL.matcher(uriPart).replaceAll(illegal -> encode(illegal.group()));
    }
}
