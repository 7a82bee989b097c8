package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what was read from each configuration, refusals too, so that nothing is parsed at a
 * request. The configuration itself is the key: a changed one, also one changed on another node of
 * a cluster, is simply another entry. The one that was not used for longest makes room.
 */
final class EncryptorCache {

    private static final int MOST_ENTRIES = 256;

    private final Map<IdTokenEncryptionConfig, Outcome> outcomes =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<IdTokenEncryptionConfig, Outcome> eldest) {
                    return size() > MOST_ENTRIES;
                }
            };

    /**
     * Finds or makes the encryptor of a configuration.
     *
     * @param config the mapper's settings
     * @return its encryptor
     * @throws EncryptionRefusal if the configuration can't be used
     */
    IdTokenEncryptor encryptorOf(IdTokenEncryptionConfig config) throws EncryptionRefusal {
        Outcome outcome;
        synchronized (outcomes) {
            outcome = outcomes.get(config);
        }
        if (outcome == null) {
            outcome = Outcome.of(config);
            synchronized (outcomes) {
                outcomes.put(config, outcome);
            }
        }
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return outcome.encryptor();
    }

    int size() {
        synchronized (outcomes) {
            return outcomes.size();
        }
    }

    private record Outcome(IdTokenEncryptor encryptor, EncryptionRefusal refusal) {

        static Outcome of(IdTokenEncryptionConfig config) {
            try {
                return new Outcome(config.encryptor(), null);
            } catch (EncryptionRefusal refusal) {
                return new Outcome(null, refusal);
            }
        }
    }
}
