package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.token.TestTokens.CLAIMS;
import static io.github.keycloakliveperson.contract.token.TestTokens.KEY;
import static io.github.keycloakliveperson.contract.token.TestTokens.NOW;
import static io.github.keycloakliveperson.contract.token.TestTokens.OTHER_KEY;
import static io.github.keycloakliveperson.contract.token.TestTokens.jws;
import static io.github.keycloakliveperson.contract.token.TestTokens.keySet;
import static io.github.keycloakliveperson.contract.token.TestTokens.verifier;
import static io.github.keycloakliveperson.contract.token.Verdicts.judged;
import static io.github.keycloakliveperson.contract.token.Verdicts.refused;
import static io.github.keycloakliveperson.contract.token.Verdicts.warned;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("LivePerson's verification of a token: form and signature")
class TokenSignatureTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a.b", "a.b.c.d", "a.b.c.d.e.f"})
    @DisplayName("1008: neither a JWS nor a JWE (L1)")
    void notAJwt(String token) {
        refused(verifier().verify(token), LivePersonError.NOT_A_JWT, "L1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "e30.!!.c", "e30.W10.c", "bnVsbA.e30.c", "..", "e30.e30e30.x"})
    @DisplayName("1009: parts that are not base64url of a JSON object (L1)")
    void notJson(String token) {
        refused(verifier().verify(token), LivePersonError.NOT_JSON, "L1");
    }

    @Test
    @DisplayName("1003: another RSA algorithm (L1)")
    void rs512() {
        var token =
                jws(
                        CLAIMS,
                        s -> {
                            s.setAlgorithmHeaderValue("RS512");
                            return s;
                        });
        refused(verifier().verify(token), LivePersonError.ALGORITHM, "L1");
    }

    @Test
    @DisplayName("1003: HS256 with the public key as the secret (L1)")
    void hs256() {
        var token =
                jws(
                        CLAIMS,
                        s -> {
                            s.setAlgorithmHeaderValue("HS256");
                            s.setKey(new HmacKey(KEY.getPublicKey().getEncoded()));
                            return s;
                        });
        refused(verifier().verify(token), LivePersonError.ALGORITHM, "L1");
    }

    @Test
    @DisplayName("1003: no signature at all (L1)")
    void none() {
        var token =
                jws(
                        CLAIMS,
                        s -> {
                            s.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                            s.setAlgorithmHeaderValue("none");
                            s.setKey(null);
                            return s;
                        });
        refused(verifier().verify(token), LivePersonError.ALGORITHM, "L1");
    }

    @Test
    @DisplayName("9007: signed by another key under the right kid (L1)")
    void wrongKey() {
        var token =
                jws(
                        CLAIMS,
                        s -> {
                            s.setKey(OTHER_KEY.getPrivateKey());
                            return s;
                        });
        refused(verifier().verify(token), LivePersonError.SIGNATURE, "L1");
    }

    @Test
    @DisplayName("9007: claims changed after signing (L1)")
    void tampered() {
        var parts = jws(CLAIMS).split("\\.");
        var changed =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                CLAIMS.replace("7f3c", "8f3c").getBytes(StandardCharsets.UTF_8));
        refused(
                verifier().verify(parts[0] + "." + changed + "." + parts[2]),
                LivePersonError.SIGNATURE,
                "L1");
    }

    @Test
    @DisplayName("1005: an RSA key of 1024 bits (L1)")
    void shortKey() {
        var small = TestTokens.key("key-1", 1024);
        var token =
                jws(
                        CLAIMS,
                        s -> {
                            s.setKey(small.getPrivateKey());
                            return s;
                        });
        refused(
                verifier(keySet(small), Encryption.OPTIONAL).verify(token),
                LivePersonError.KEY_FORMAT,
                "L1");
    }

    @Test
    @DisplayName("1041: a kid that is not in the set (L12)")
    void unknownKid() {
        refused(
                verifier(keySet(OTHER_KEY), Encryption.OPTIONAL).verify(jws(CLAIMS)),
                LivePersonError.KID_UNKNOWN,
                "L12");
    }

    @Test
    @DisplayName("1042: several keys and no kid (L12)")
    void missingKid() {
        refused(verifier().verify(withoutKid()), LivePersonError.KID_MISSING, "L12");
    }

    @Test
    @DisplayName("one key in the set needs no kid, as long as it's alone (L12)")
    void oneKey() {
        warned(verifier(keySet(KEY), Encryption.OPTIONAL).verify(withoutKid()), "L12");
    }

    @Test
    @DisplayName("1041: the kid names a key for encryption (L12)")
    void encryptionKey() {
        var key = TestTokens.key("key-1", 2048);
        key.setUse("enc");
        refused(
                verifier(keySet(key, OTHER_KEY), Encryption.OPTIONAL).verify(jws(CLAIMS)),
                LivePersonError.KID_UNKNOWN,
                "L12");
    }

    @Test
    @DisplayName("two keys of one kid: which one LivePerson takes is unknown (L12)")
    void twoKeysOfOneKid() {
        warned(verifier(keySet(KEY, KEY), Encryption.OPTIONAL).verify(jws(CLAIMS)), "L12");
    }

    @Test
    @DisplayName("a token with a wrong signature is judged to its end")
    void goesOn() {
        var token =
                jws(
                        CLAIMS.replace("1800003600", "" + NOW.getEpochSecond()),
                        s -> {
                            s.setKey(OTHER_KEY.getPrivateKey());
                            return s;
                        });
        refused(verifier().verify(token), LivePersonError.SIGNATURE, "L1");
        judged(verifier().verify(token), Verdict.FAIL, Clause.L7, LivePersonError.EXPIRED);
    }

    private String withoutKid() {
        return jws(
                CLAIMS,
                s -> {
                    s.getHeaders().setStringHeaderValue("kid", null);
                    return s;
                });
    }
}
