package io.github.keycloakliveperson.idtoken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Gives each key its kid: the one that {@code key.id} names, else its own (L13, L14). */
final class KeyNames {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private KeyNames() {}

    /**
     * Names the keys.
     *
     * @param offered the keys in their order
     * @param keyId the setting {@code key.id}: kids in the keys' order, separated by commas; an
     *     empty place leaves a key its own
     * @return the named keys
     * @throws EncryptionRefusal if a key is left without one, a kid without a key, or two keys
     *     share one
     */
    static EncryptionKeys assign(List<OfferedKey> offered, String keyId) throws EncryptionRefusal {
        String[] names = keyId.isBlank() ? new String[0] : keyId.split(",", -1);
        if (names.length > offered.size()) {
            throw new EncryptionRefusal(
                    "key.id names "
                            + names.length
                            + " kids for "
                            + offered.size()
                            + (offered.size() == 1 ? " key." : " keys."),
                    "Name one kid per key, in their order, separated by commas.");
        }
        List<EncryptionKey> keys = new ArrayList<>();
        Map<String, EncryptionKey> byKid = new HashMap<>();
        for (int i = 0; i < offered.size(); i++) {
            String named = i < names.length ? names[i].strip() : "";
            EncryptionKey key = name(offered.get(i), named);
            EncryptionKey other = byKid.putIfAbsent(key.kid(), key);
            if (other != null && !other.publicKey().equals(key.publicKey())) {
                throw new EncryptionRefusal(
                        "Two different keys have the kid " + Wording.name(key.kid()) + ".",
                        "Give each key the kid that LivePerson supplies with it.");
            }
            keys.add(key);
        }
        return new EncryptionKeys(keys);
    }

    private static EncryptionKey name(OfferedKey offered, String named) throws EncryptionRefusal {
        String kid = named.isEmpty() ? offered.ownKid() : named;
        if (kid.isBlank() || CONTROL.matcher(kid).find()) {
            throw new EncryptionRefusal(
                    "The key in "
                            + offered.place()
                            + " has no kid, so LivePerson could not tell"
                            + " which key a token needs.",
                    "Enter the kid that LivePerson supplies with the key as key.id; with several"
                            + " keys one for each, in their order, separated by commas.");
        }
        return new EncryptionKey(offered.publicKey(), kid, offered.validity());
    }
}
