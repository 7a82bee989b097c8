package io.github.keycloakliveperson.idtoken.key;

import io.github.keycloakliveperson.PastedText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads LivePerson's key in the form in which LivePerson or a ticket supplies it (L14): bare
 * base64, PEM public key, PEM certificates, JWK or JWKS.
 *
 * <p>This code reads the DER itself: Java's own parsers accept trailing bytes and two keys in one,
 * and if they refuse, they don't say what they found.
 */
public final class KeyIntake {

    /** Some hundred certificates; in characters. */
    static final int MOST_CHARACTERS = 200_000;

    private static final Pattern HEXADECIMAL = Pattern.compile("(?:0x)?[0-9A-Fa-f:\\s]{64,}");

    private KeyIntake() {}

    /** The keys in their order, at least one, not yet named. */
    public static List<UnnamedKey> read(String pasted) throws EncryptionRefusal {
        if (pasted.length() > MOST_CHARACTERS) {
            throw new EncryptionRefusal(
                    "public.key has %s characters, but at most %s are read."
                            .formatted(pasted.length(), MOST_CHARACTERS),
                    "Paste only the current keys and the next one.");
        }
        var text = unwrap(pasted);
        if (text.isEmpty()) {
            throw new EncryptionRefusal(
                    "public.key is empty.", "Paste the public key that LivePerson supplies.");
        }
        if (text.startsWith("{")) {
            return JwkKeys.read(text);
        }
        if (text.contains(PemKeys.MARK)) {
            return PemKeys.read(text);
        }
        if (text.startsWith("http://") || text.startsWith("https://")) {
            throw new EncryptionRefusal(
                    "public.key is an address.", "Paste the key itself, not its address.");
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            throw EncryptionRefusal.unreadable("public.key", "it is in hexadecimal");
        }
        var place = "public.key";
        return List.of(DerKeys.read(place, LenientBase64.decode(place, text, 0, text.length())));
    }

    /** Removes what JSON, mail and ticket systems add around a key. */
    private static String unwrap(String pasted) {
        var text = PastedText.name(pasted);
        return text.startsWith("{")
                ? text
                : text.replace("\\r", "").replace("\\n", "\n").replace("\\/", "/").strip();
    }
}
