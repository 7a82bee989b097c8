package io.github.keycloakliveperson.contract.token;

import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.key.KeySet;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.key.VerificationKeys;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A brand's provider for the tests: two RSA keys, and tokens as right or as wrong as a test wants.
 */
public final class TestTokens {

    public static final String ISSUER = "https://id.example.com/realms/brand";
    public static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final RsaJsonWebKey KEY = key("key-1", 2048);
    public static final RsaJsonWebKey OTHER_KEY = key("key-2", 2048);
    public static final LivePersonKeyPair LIVEPERSON = LivePersonKeyPair.generate("lpsso2026");
    public static final String CLAIMS = claims("");

    private TestTokens() {}

    public static RsaJsonWebKey key(String kid, int bits) {
        try {
            var key = RsaJwkGenerator.generateJwk(bits);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Right claims, with more members (JSON text that starts with a comma). */
    public static String claims(String more) {
        return """
        {"iss":"%s","sub":"7f3c9a1e-5b0d","iat":%d,"exp":%d,"lp_sdes":[]%s}"""
                .formatted(ISSUER, NOW.getEpochSecond(), NOW.getEpochSecond() + 3600, more);
    }

    public static String jws(String claims) {
        return jws(claims, s -> s);
    }

    public static String jws(String claims, UnaryOperator<JsonWebSignature> change) {
        var jws = new JsonWebSignature();
        jws.setPayload(claims);
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue(KEY.getKeyId());
        jws.setKey(KEY.getPrivateKey());
        jws.setDoKeyValidation(false);
        try {
            return change.apply(jws).getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String jwe(String content, UnaryOperator<JsonWebEncryption> change) {
        var jwe = new JsonWebEncryption();
        jwe.setPayload(content);
        jwe.setAlgorithmHeaderValue("RSA-OAEP-256");
        jwe.setEncryptionMethodHeaderParameter("A128CBC-HS256");
        jwe.setKeyIdHeaderValue(LIVEPERSON.kid());
        jwe.setContentTypeHeaderValue("JWT");
        jwe.setKey(LIVEPERSON.publicKey());
        try {
            return change.apply(jwe).getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String jwks(RsaJsonWebKey... keys) {
        var set = new org.jose4j.jwk.JsonWebKeySet(List.of(keys));
        return set.toJson();
    }

    public static VerificationKeys keySet(RsaJsonWebKey... keys) {
        try {
            return KeySet.parse(jwks(keys));
        } catch (RefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String spki(Key key) {
        return java.util.Base64.getEncoder().encodeToString(key.getEncoded());
    }

    public static TokenVerifier verifier() {
        return verifier(keySet(KEY, OTHER_KEY), TokenVerifier.Encryption.OPTIONAL);
    }

    public static TokenVerifier verifier(
            VerificationKeys keys, TokenVerifier.Encryption encryption) {
        return new TokenVerifier(ISSUER, keys, encryption, List.of(LIVEPERSON), CLOCK);
    }
}
