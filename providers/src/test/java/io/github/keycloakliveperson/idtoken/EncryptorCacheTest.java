package io.github.keycloakliveperson.idtoken;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.SECOND;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was read from a configuration is kept")
class EncryptorCacheTest {

    private final EncryptorCache cache = new EncryptorCache();

    @Test
    void the_same_configuration_is_read_once() throws EncryptionRefusal {
        assertThat(cache.encryptorOf(config(pem(FIRST), "a")))
                .isSameAs(cache.encryptorOf(config(pem(FIRST), "a")));
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void a_changed_configuration_counts_at_once() throws EncryptionRefusal {
        IdTokenEncryptor before = cache.encryptorOf(config(pem(FIRST), "a"));

        assertThat(cache.encryptorOf(config(pem(FIRST), "b"))).isNotSameAs(before);
        assertThat(cache.encryptorOf(config(pem(SECOND), "a"))).isNotSameAs(before);
        assertThat(cache.encryptorOf(new IdTokenEncryptionConfig(pem(FIRST), "a", "A256GCM")))
                .isNotSameAs(before);
    }

    @Test
    void a_refusal_is_kept_too() {
        Throwable first = catchThrowable(() -> cache.encryptorOf(config("nonsense!", "a")));

        assertThat(first).isInstanceOf(EncryptionRefusal.class);
        assertThat(catchThrowable(() -> cache.encryptorOf(config("nonsense!", "a"))))
                .isSameAs(first);
    }

    @Test
    void it_is_bounded_and_forgets_what_was_not_used_for_longest() throws EncryptionRefusal {
        IdTokenEncryptor inUse = cache.encryptorOf(config(pem(FIRST), "in use"));
        for (int i = 0; i < 1000; i++) {
            IdTokenEncryptionConfig broken = config("nonsense!", "kid" + i);
            catchThrowable(() -> cache.encryptorOf(broken));
            assertThat(cache.encryptorOf(config(pem(FIRST), "in use"))).isSameAs(inUse);
        }

        assertThat(cache.size()).isEqualTo(256);
    }

    private static IdTokenEncryptionConfig config(String key, String kid) {
        return new IdTokenEncryptionConfig(key, kid, "A128CBC-HS256");
    }
}
