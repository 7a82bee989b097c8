package io.github.keycloakliveperson.idtoken.key;

import io.github.keycloakliveperson.PastedText;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads base64 (RFC 4648 §4, §5) from a cleaned paste, with or without blanks and padding. */
final class LenientBase64 {

    private static final Pattern IGNORED = Pattern.compile("[\\p{javaWhitespace}=]");

    /** Ends in an invalid character: not base64, or base64 after the padding. */
    private static final Pattern WRONG =
            Pattern.compile(
                    "[^\\p{javaWhitespace}=A-Za-z0-9+/_-]|=\\p{javaWhitespace}*[^\\p{javaWhitespace}=]");

    private LenientBase64() {}

    /** The bytes of the text between two offsets in the paste, in characters. */
    static byte[] decode(String place, String text, int begin, int end) throws EncryptionRefusal {
        var content = text.substring(begin, end);
        var wrong = WRONG.matcher(content);
        if (wrong.find()) {
            var at = content.offsetByCodePoints(wrong.end(), -1);
            throw EncryptionRefusal.unreadable(
                    place,
                    "character %s of public.key is not base64: %s"
                            .formatted(
                                    begin + at + 1,
                                    PastedText.shown(content.substring(at, wrong.end()))));
        }
        var standard = content.replace('-', '+').replace('_', '/');
        try {
            return Base64.getDecoder().decode(IGNORED.matcher(standard).replaceAll(""));
        } catch (IllegalArgumentException e) {
            throw EncryptionRefusal.unreadable(place, "its base64 ends in the middle of a byte");
        }
    }
}
