package io.github.keycloakliveperson.idtoken;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.SECOND;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.certificate;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("L13: the signed id_token is wrapped for LivePerson")
class IdTokenEncryptorTest {

    private static final String JWS = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl";
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

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
    @DisplayName("L15: with each of the six content encryptions")
    void every_enc(String enc) throws Exception {
        String jwe = encryptor(pem(FIRST), "lpsso2026", enc).encrypt(JWS, NOW);

        JsonWebEncryption opened = open(jwe, FIRST);
        assertThat(opened.getPayload()).isEqualTo(JWS);
        assertThat(JsonUtil.parseJson(opened.getHeaders().getFullHeaderAsJsonString()))
                .containsOnly(
                        entry("alg", "RSA-OAEP-256"),
                        entry("enc", enc),
                        entry("cty", "JWT"),
                        entry("kid", "lpsso2026"));
    }

    @Test
    @DisplayName("L14: the kid is the one of the key in use")
    void rotation() throws Exception {
        Instant year = Instant.parse("2026-01-01T00:00:00Z");
        Instant nextYear = Instant.parse("2027-01-01T00:00:00Z");
        IdTokenEncryptor encryptor =
                encryptor(
                        certificate(FIRST, year, nextYear)
                                + certificate(
                                        SECOND, nextYear.minusSeconds(60), nextYear.plusSeconds(9)),
                        "lpsso2026,lpsso2027",
                        "A256GCM");

        JsonWebEncryption before = open(encryptor.encrypt(JWS, NOW), FIRST);
        JsonWebEncryption after = open(encryptor.encrypt(JWS, nextYear), SECOND);

        assertThat(before.getKeyIdHeaderValue()).isEqualTo("lpsso2026");
        assertThat(after.getKeyIdHeaderValue()).isEqualTo("lpsso2027");
        assertThat(before.getPayload()).isEqualTo(after.getPayload()).isEqualTo(JWS);
        assertThatThrownBy(() -> encryptor.encrypt(JWS, nextYear.plusSeconds(10)))
                .hasMessageContaining("has expired");
    }

    @Test
    void a_kid_of_any_characters_stays_what_it_is() throws Exception {
        String kid = "2026 \"ключ\" \\ 😀";
        String jwe = encryptor(pem(FIRST), kid, "A128GCM").encrypt(JWS, NOW);

        assertThat(open(jwe, FIRST).getKeyIdHeaderValue()).isEqualTo(kid);
    }

    @Test
    void a_token_of_20_kB() throws Exception {
        String large = "e30." + "a".repeat(20_000) + ".c2ln";

        assertThat(open(encryptor().encrypt(large, NOW), FIRST).getPayload()).isEqualTo(large);
    }

    @Test
    void an_encrypted_token_is_refused() throws Exception {
        IdTokenEncryptor encryptor = encryptor();
        String jwe = encryptor.encrypt(JWS, NOW);

        assertThatThrownBy(() -> encryptor.encrypt(jwe, NOW))
                .isInstanceOf(EncryptionRefusal.class)
                .hasMessageContaining("already encrypted")
                .hasMessageContaining("keep one encryption mapper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c.d", "a.b.c.d.e.f"})
    void what_is_no_JWS_is_refused(String token) {
        assertThatThrownBy(() -> encryptor().encrypt(token, NOW))
                .isInstanceOf(EncryptionRefusal.class)
                .hasMessageContaining("not a signed token");
    }

    @Tag("slow")
    @Test
    void one_encryptor_serves_many_threads_and_never_repeats_itself() throws Exception {
        IdTokenEncryptor encryptor = encryptor();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> requests =
                    IntStream.range(0, 200)
                            .<Callable<String>>mapToObj(i -> () -> encryptor.encrypt(JWS, NOW))
                            .toList();
            Set<String> contentKeys = new HashSet<>();
            for (Future<String> answer : threads.invokeAll(requests)) {
                assertThat(open(answer.get(), FIRST).getPayload()).isEqualTo(JWS);
                contentKeys.add(answer.get().split("\\.")[1]);
            }
            assertThat(contentKeys).hasSize(200);
        } finally {
            threads.shutdownNow();
        }
    }

    private static IdTokenEncryptor encryptor() throws EncryptionRefusal {
        return encryptor(pem(FIRST), "lpsso2026", "A128CBC-HS256");
    }

    private static IdTokenEncryptor encryptor(String key, String kid, String enc)
            throws EncryptionRefusal {
        return IdTokenEncryptionConfig.of(
                        Map.of("public.key", key, "key.id", kid, "content.encryption", enc))
                .encryptor();
    }

    /** With jose4j, so that another library reads what the first one wrote. */
    private static JsonWebEncryption open(String jwe, KeyPair pair) throws JoseException {
        JsonWebEncryption opened = new JsonWebEncryption();
        opened.setCompactSerialization(jwe);
        opened.setKey(pair.getPrivate());
        opened.getPayload();
        return opened;
    }
}
