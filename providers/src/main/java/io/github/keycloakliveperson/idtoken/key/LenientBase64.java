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
     * Decodes what stands between {@code begin} and {@code end} of the paste.
     *
     * @param place the name of that part, for messages
     * @param text the paste
     * @param begin the first character
     * @param end the character after the last
     * @return the bytes
     * @throws EncryptionRefusal at the first character that is not base64
     */
    static byte[] decode(String place, String text, int begin, int end) throws EncryptionRefusal {
        StringBuilder clean = new StringBuilder(end - begin);
        boolean padded = false;
        for (int i = begin; i < end; i++) {
            char c = standard(text.charAt(i));
            if (Character.isWhitespace(c)) {
                continue;
            }
            if (c != '=' && (padded || ALPHABET.indexOf(c) < 0)) {
                throw EncryptionRefusal.unreadable(
                        place,
                        "character "
                                + (i + 1)
                                + " of public.key is not base64: "
                                + PastedText.shown(
                                        text.substring(i, text.offsetByCodePoints(i, 1))));
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
