package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The set is read with jose4j, another JOSE stack than the one that wrote it. */
@DisplayName("The key set for LivePerson")
class SigningKeyTest {

    private static final RSAPublicKey FIRST = rsa(1);
    private static final RSAPublicKey SECOND = rsa(3);

    @Test
    @DisplayName("names each key by its kid, in order (L12)")
    void kids() throws Exception {
        List<JsonWebKey> keys = read(key("k-1", FIRST), key("k-2", SECOND));

        assertThat(keys).extracting(JsonWebKey::getKeyId).containsExactly("k-1", "k-2");
        assertThat(keys).extracting(JsonWebKey::getKey).containsExactly(FIRST, SECOND);
    }

    @Test
    @DisplayName(
            "marks every key as an RS256 signing key, and contains nothing private " + "(L1, L11)")
    void use() throws Exception {
        JsonWebKey key = read(key("k-1", FIRST)).get(0);

        assertThat(key.getUse()).isEqualTo("sig");
        assertThat(key.getAlgorithm()).isEqualTo("RS256");
        assertThat(((RsaJsonWebKey) key).getRsaPrivateKey()).isNull();
    }

    @Test
    @DisplayName("writes n as unpadded base64url without a sign byte (L12)")
    void modulus() {
        String json = SigningKey.jwks(List.of(key("k-1", FIRST)));

        assertThat(json).matches("(?s).*\"n\":\"[A-Za-z0-9_-]{342}\".*").contains("\"e\":\"AQAB\"");
    }

    @Test
    @DisplayName("is a valid set even without keys")
    void empty() {
        assertThat(SigningKey.jwks(List.of())).isEqualTo("{\"keys\":[]}");
    }

    private static SigningKey key(String kid, RSAPublicKey key) {
        return new SigningKey(kid, key);
    }

    /**
     * A public key of 2048 bits. Nobody knows its private key, which doesn't matter for the set.
     */
    private static RSAPublicKey rsa(int end) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(2047).add(BigInteger.valueOf(end));
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonWebKey> read(SigningKey... keys) throws Exception {
        return new JsonWebKeySet(SigningKey.jwks(List.of(keys))).getJsonWebKeys();
    }
}
