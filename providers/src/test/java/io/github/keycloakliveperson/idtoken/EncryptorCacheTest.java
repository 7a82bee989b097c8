package io.github.keycloakliveperson.idtoken;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.SECOND;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was read from a configuration is kept")
class EncryptorCacheTest {

    private final EncryptorCache cache = new EncryptorCache();

    @Test
    void the_same_configuration_is_read_once() throws EncryptionRefusal {
        assertThat(cache.encryptorOf(config(pem(FIRST), "a")))
                .isSameAs(cache.encryptorOf(config(pem(FIRST), "a")));
    }

    @Test
    void a_changed_configuration_counts_at_once() throws EncryptionRefusal {
        IdTokenEncryptor before = cache.encryptorOf(config(pem(FIRST), "a"));

        assertThat(cache.encryptorOf(config(pem(FIRST), "b"))).isNotSameAs(before);
        assertThat(cache.encryptorOf(config(pem(SECOND), "a"))).isNotSameAs(before);
        assertThat(cache.encryptorOf(with(config(pem(FIRST), "a"), "A256GCM"))).isNotSameAs(before);
    }

    @Test
    void a_refusal_is_kept_too() {
        Throwable first = catchThrowable(() -> cache.encryptorOf(config("nonsense!", "a")));

        assertThat(first).isInstanceOf(EncryptionRefusal.class);
        assertThat(catchThrowable(() -> cache.encryptorOf(config("nonsense!", "a"))))
                .isSameAs(first);
    }

    private static Map<String, String> with(Map<String, String> config, String encryption) {
        Map<String, String> changed = new HashMap<>(config);
        changed.put("content.encryption", encryption);
        return changed;
    }

    private static Map<String, String> config(String key, String kid) {
        return Map.of("public.key", key, "key.id", kid);
    }
}
