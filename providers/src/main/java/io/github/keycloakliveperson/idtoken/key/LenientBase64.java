package io.github.keycloakliveperson.idtoken.key;

import io.github.keycloakliveperson.PastedText;
import java.util.Base64;

/**
 * Reads base64 (RFC 4648 §4 and §5) from a cleaned paste, with or without line breaks, blanks and
 * padding.
 */
final class LenientBase64 {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private LenientBase64() {}

    /**
     * The bytes of what stands from {@code begin} to before {@code end} in the paste, in
     * characters.
     */
    static byte[] decode(String place, String text, int begin, int end) throws EncryptionRefusal {
        var clean = new StringBuilder(end - begin);
        var padded = false;
        for (int i = begin; i < end; i++) {
            char c = standard(text.charAt(i));
            if (Character.isWhitespace(c)) {
                continue;
            }
            if (c != '=' && (padded || ALPHABET.indexOf(c) < 0)) {
                throw EncryptionRefusal.unreadable(
                        place,
                        "character %s of public.key is not base64: %s"
                                .formatted(
                                        i + 1,
                                        PastedText.shown(
                                                text.substring(i, text.offsetByCodePoints(i, 1)))));
            }
            padded |= c == '=';
            if (c != '=') {
                clean.append(c);
            }
        }
        try {
            return Base64.getDecoder().decode(clean.toString());
        } catch (IllegalArgumentException e) {
            throw EncryptionRefusal.unreadable(place, "its base64 ends in the middle of a byte");
        }
    }

    private static char standard(char c) {
        return c == '-' ? '+' : c == '_' ? '/' : c;
    }
}
