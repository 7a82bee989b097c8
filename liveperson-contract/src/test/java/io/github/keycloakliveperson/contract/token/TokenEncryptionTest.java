package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.token.TestTokens.CLAIMS;
import static io.github.keycloakliveperson.contract.token.TestTokens.KEY;
import static io.github.keycloakliveperson.contract.token.TestTokens.OTHER_KEY;
import static io.github.keycloakliveperson.contract.token.TestTokens.jwe;
import static io.github.keycloakliveperson.contract.token.TestTokens.jws;
import static io.github.keycloakliveperson.contract.token.TestTokens.keySet;
import static io.github.keycloakliveperson.contract.token.TestTokens.verifier;
import static io.github.keycloakliveperson.contract.token.Verdicts.refused;
import static io.github.keycloakliveperson.contract.token.Verdicts.warned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("LivePerson's verification of a token: encryption")
class TokenEncryptionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A128CBC-HS256",
                "A192CBC-HS384",
                "A256CBC-HS512",
                "A128GCM",
                "A192GCM",
                "A256GCM"
            })
    @DisplayName("opens all six content encryptions (L13, L15)")
    void opens(String enc) {
        var token =
                jwe(
                        jws(CLAIMS),
                        e -> {
                            e.setEncryptionMethodHeaderParameter(enc);
                            return e;
                        });

        var verification = verifier(keySet(KEY), Encryption.EXPECTED).verify(token);

        assertThat(verification.accepted()).isTrue();
        assertThat(verification.envelope())
                .contains(new Envelope("RSA-OAEP-256", enc, "lpsso2026", "JWT"));
    }

    @Test
    @DisplayName("notes a JWE without cty (L15)")
    void withoutCty() {
        var token =
                jwe(
                        jws(CLAIMS),
                        e -> {
                            e.getHeaders().setStringHeaderValue("cty", null);
                            return e;
                        });

        var verification = verifier().verify(token);

        assertThat(verification.accepted()).isTrue();
        warned(verification, "L15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA-OAEP", "RSA1_5"})
    @DisplayName("1003: another key encryption (L13)")
    void otherAlg(String alg) {
        var token =
                jwe(
                        jws(CLAIMS),
                        e -> {
                            e.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                            e.setAlgorithmHeaderValue(alg);
                            return e;
                        });
        refused(verifier().verify(token), LivePersonError.ALGORITHM, "L13");
    }

    @Test
    @DisplayName("1004: encrypted with somebody else's key (L14)")
    void otherKey() {
        var token =
                jwe(
                        jws(CLAIMS),
                        e -> {
                            e.setKey(OTHER_KEY.getPublicKey());
                            return e;
                        });
        refused(verifier().verify(token), LivePersonError.DECRYPTION, "L14");
    }

    @Test
    @DisplayName("1004: a kid that LivePerson did not supply, or none (L13)")
    void otherKid() {
        for (var kid : new String[] {"lpsso2025", null}) {
            var token =
                    jwe(
                            jws(CLAIMS),
                            e -> {
                                e.getHeaders().setStringHeaderValue("kid", kid);
                                return e;
                            });
            refused(verifier().verify(token), LivePersonError.DECRYPTION, "L13");
        }
    }

    @Test
    @DisplayName("1008: claims encrypted without being signed first (L13)")
    void notSigned() {
        refused(
                verifier().verify(jwe(CLAIMS.replace('.', '_'), e -> e)),
                LivePersonError.NOT_A_JWT,
                "L13");
    }

    @Test
    @DisplayName("1004: an encrypted token and no key to open it with (L13)")
    void noKey() {
        var verifier =
                new TokenVerifier(
                        TestTokens.ISSUER,
                        keySet(KEY),
                        Encryption.OPTIONAL,
                        List.of(),
                        TestTokens.CLOCK);
        refused(verifier.verify(jwe(jws(CLAIMS), e -> e)), LivePersonError.DECRYPTION, "L13");
    }

    @Test
    @DisplayName("1004: a content encryption that JWA doesn't define (L15)")
    void otherContentEncryption() {
        var token = jwe(jws(CLAIMS), e -> e);
        var header =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A512XY\",\"kid\":\"lpsso2026\"}"
                                        .getBytes(StandardCharsets.UTF_8));
        refused(
                verifier().verify(header + token.substring(token.indexOf('.'))),
                LivePersonError.DECRYPTION,
                "L15");
    }

    @Test
    @DisplayName("1004: a token in the clear where the brand encrypts (L16)")
    void inTheClear() {
        refused(
                verifier(keySet(KEY), Encryption.EXPECTED).verify(jws(CLAIMS)),
                LivePersonError.DECRYPTION,
                "L16");
    }
}
