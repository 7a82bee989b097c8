package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.idtoken.key.EncryptionCertificates;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import io.github.keycloakliveperson.idtoken.key.UnnamedKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Gives each key its kid: the one that {@code key.id} names, else its own (L13, L14). */
public final class KidAssignment {

    /** How a ticket or a JWK names it: {@code kid: lpsso2026}. */
    private static final Pattern LABEL =
            Pattern.compile("(?i)\\W?(?:kid|key[ ._-]?id)\\W?\\s*[:=]\\s*");

    private KidAssignment() {}

    /**
     * Names the keys that may encrypt. {@code keyId} has kids in the keys' order, separated by
     * commas; at an empty position, a key keeps its own. The other certificates of a chain need no
     * kid, but may have one if every key has a position.
     */
    public static EncryptionKeys assign(List<UnnamedKey> offered, String keyId)
            throws EncryptionRefusal {
        var usable = EncryptionCertificates.of(offered);
        var names = names(keyId);
        var places = names.size() > usable.size() ? offered : usable;
        if (names.size() > places.size()) {
            throw new EncryptionRefusal(
                    "key.id names %s kids for %s %s."
                            .formatted(
                                    names.size(),
                                    offered.size(),
                                    offered.size() == 1 ? "key" : "keys"),
                    "Name one kid per key, in their order, separated by commas.");
        }
        List<EncryptionKey> keys = new ArrayList<>();
        Map<String, EncryptionKey> byKid = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            if (!usable.contains(places.get(i))) {
                continue;
            }
            var key = name(places.get(i), i < names.size() ? names.get(i) : "");
            var other = byKid.putIfAbsent(key.kid(), key);
            if (other != null && !other.publicKey().equals(key.publicKey())) {
                throw new EncryptionRefusal(
                        "Two different keys have the kid " + PastedText.shown(key.kid()) + ".",
                        "Give each key the kid that LivePerson supplies with it.");
            }
            keys.add(key);
        }
        return new EncryptionKeys(keys);
    }

    /** The kids of the setting, without empty positions at its end. */
    private static List<String> names(String keyId) {
        return Arrays.stream(PastedText.unquoted(keyId).replaceFirst("[,\\s]+$", "").split(",", -1))
                .map(KidAssignment::clean)
                .toList();
    }

    private static String clean(String pasted) {
        var kid = PastedText.name(pasted);
        var label = LABEL.matcher(kid);
        return label.lookingAt() ? PastedText.name(kid.substring(label.end())) : kid;
    }

    private static EncryptionKey name(UnnamedKey offered, String named) throws EncryptionRefusal {
        var kid = named.isEmpty() ? clean(offered.ownKid()) : named;
        if (!PastedText.isName(kid)) {
            throw new EncryptionRefusal(
                    "The kid " + PastedText.shown(kid) + " has characters that no kid can have.",
                    "Enter only the kid that LivePerson supplies.");
        }
        if (kid.isEmpty()) {
            throw new EncryptionRefusal(
                    ("The key in %s has no kid, so LivePerson could not tell which key"
                                    + " a token needs.")
                            .formatted(offered.place()),
                    "Enter the kid that LivePerson supplies with the key as key.id."
                            + " For several keys, enter one for each, in their order, separated"
                            + " by commas.");
        }
        return new EncryptionKey(offered.publicKey(), kid, offered.validity());
    }
}
