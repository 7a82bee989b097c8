package io.github.keycloakliveperson.window.address;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of {@code application/x-www-form-urlencoded}, without mercy: unlike the JDK's it
 * refuses bytes that aren't UTF-8 instead of replacing them, so that what was checked is what was
 * meant.
 */
public final class PercentEncoding {

    /** The characters RFC 3986 allows in a query besides letters, digits and escapes. */
    private static final String QUERY_PUNCTUATION = "-._~!$&'()*+,;=:@/?%";

    private PercentEncoding() {}

    /** Decodes, {@code +} to a space; empty for a bad escape or for bytes that aren't UTF-8. */
    static Optional<String> decode(String raw) {
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                var octet = octet(raw, i);
                if (octet < 0) {
                    return Optional.empty();
                }
                bytes.write(octet);
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c == '+' ? ' ' : c);
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Encodes a parameter's value; what this makes is safe in a query and in a fragment. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Escapes what may not stand in a URI's path or query, and nothing else. */
    static String escapeIllegal(String uriPart) {
        var escaped = new StringBuilder(uriPart.length());
        uriPart.codePoints()
                .forEach(
                        c -> {
                            if (isLetterOrDigit(c) || QUERY_PUNCTUATION.indexOf(c) >= 0) {
                                escaped.appendCodePoint(c);
                            } else {
                                escaped.append(encode(Character.toString(c)));
                            }
                        });
        return escaped.toString();
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** The octet of the escape that a text ends with, or -1 when it ends otherwise. */
    static int octetAtTheEnd(CharSequence text) {
        var at = text.length() - 3;
        return at >= 0 && text.charAt(at) == '%' ? octet(text, at) : -1;
    }

    private static int octet(CharSequence raw, int at) {
        if (at + 2 >= raw.length()) {
            return -1;
        }
        var high = Character.digit(raw.charAt(at + 1), 16);
        var low = Character.digit(raw.charAt(at + 2), 16);
        var ascii = raw.charAt(at + 1) < 0x80 && raw.charAt(at + 2) < 0x80;
        return high < 0 || low < 0 || !ascii ? -1 : high * 16 + low;
    }
}
