package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.ConfigCache;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.util.Map;

/** Keeps the encryptor of each configuration, or why there is none. */
final class EncryptorCache {

    private final ConfigCache<Outcome> outcomes = new ConfigCache<>(Outcome::of);

    IdTokenEncryptor encryptorOf(Map<String, String> config) throws EncryptionRefusal {
        var outcome = outcomes.of(config);
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return outcome.encryptor();
    }

    private record Outcome(IdTokenEncryptor encryptor, EncryptionRefusal refusal) {

        static Outcome of(Map<String, String> config) {
            try {
                return new Outcome(IdTokenEncryptionConfig.of(config).encryptor(), null);
            } catch (EncryptionRefusal refusal) {
                return new Outcome(null, refusal);
            }
        }
    }
}
