package io.github.keycloakliveperson.idtoken;

import java.util.List;

/**
 * Takes LivePerson's key as LivePerson or a ticket hands it out (L14): bare base64, PEM public key,
 * PEM certificates, JWK or JWKS.
 */
final class KeyIntake {

    /** Some hundred certificates; in characters. */
    static final int MOST_CHARACTERS = 200_000;

    private KeyIntake() {}

    /**
     * Reads what was pasted.
     *
     * @param pasted the setting {@code public.key}
     * @return the keys in their order, at least one, not yet named
     * @throws EncryptionRefusal if anything in it can't be used; nothing else is ever thrown
     */
    static List<OfferedKey> read(String pasted) throws EncryptionRefusal {
        if (pasted.length() > MOST_CHARACTERS) {
            throw new EncryptionRefusal(
                    "public.key has "
                            + pasted.length()
                            + " characters; at most "
                            + MOST_CHARACTERS
                            + " are read.",
                    "Paste the keys that are in use and the next one only.");
        }
        String text = unwrap(pasted);
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
                    "public.key is an address.", "Paste the key itself: addresses are not read.");
        }
        String place = "public.key";
        return List.of(DerKeys.read(place, BareKey.decode(place, text, 0, text.length())));
    }

    /** Takes off what JSON, mail and ticket systems wrap around a key. */
    private static String unwrap(String pasted) {
        String text = pasted.replace("\uFEFF", "").strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        if (!text.startsWith("{")) {
            text = text.replace("\\r", "").replace("\\n", "\n").replace("\\/", "/").strip();
        }
        return text;
    }
}
