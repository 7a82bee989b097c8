package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.window.embedded.SigningKeySet.SigningKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The set is read with jose4j, another JOSE stack than the one that wrote it. */
@DisplayName("The key set for LivePerson")
class SigningKeySetTest {

    private static KeyPair first;
    private static KeyPair second;

    @BeforeAll
    static void keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        first = generator.generateKeyPair();
        second = generator.generateKeyPair();
    }

    @Test
    @DisplayName("names each key by its kid, in order (L12)")
    void kids() throws Exception {
        List<JsonWebKey> keys = read(key("k-1", first), key("k-2", second));

        assertThat(keys).extracting(JsonWebKey::getKeyId).containsExactly("k-1", "k-2");
        assertThat(keys)
                .extracting(JsonWebKey::getKey)
                .containsExactly(first.getPublic(), second.getPublic());
    }

    @Test
    @DisplayName("marks every key as an RS256 signing key and holds nothing private (L1, L11)")
    void use() throws Exception {
        JsonWebKey key = read(key("k-1", first)).get(0);

        assertThat(key.getUse()).isEqualTo("sig");
        assertThat(key.getAlgorithm()).isEqualTo("RS256");
        assertThat(((RsaJsonWebKey) key).getRsaPrivateKey()).isNull();
    }

    @Test
    @DisplayName("writes n as unpadded base64url without a sign byte (L12)")
    void modulus() {
        String json = SigningKeySet.json(List.of(key("k-1", first)));

        assertThat(json).matches("(?s).*\"n\":\"[A-Za-z0-9_-]{342}\".*").contains("\"e\":\"AQAB\"");
    }

    @Test
    @DisplayName("is a set even without keys")
    void empty() {
        assertThat(SigningKeySet.json(List.of())).isEqualTo("{\"keys\":[]}");
    }

    private static SigningKey key(String kid, KeyPair pair) {
        return new SigningKey(kid, (RSAPublicKey) pair.getPublic());
    }

    private static List<JsonWebKey> read(SigningKey... keys) throws Exception {
        return new JsonWebKeySet(SigningKeySet.json(List.of(keys))).getJsonWebKeys();
    }
}
