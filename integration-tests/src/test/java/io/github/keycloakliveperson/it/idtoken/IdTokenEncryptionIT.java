package io.github.keycloakliveperson.it.idtoken;

import static io.github.keycloakliveperson.it.idtoken.EncryptedClient.ENC;
import static io.github.keycloakliveperson.it.idtoken.EncryptedClient.KEY;
import static io.github.keycloakliveperson.it.idtoken.EncryptedClient.KID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Encrypted id_tokens of a real Keycloak, opened with LivePerson's private key and verified against
 * the realm's keys by jose4j, which is not what made them.
 */
@Tag("core")
@RealKeycloak
@DisplayName("L13: an id_token for LivePerson is signed, then encrypted")
class IdTokenEncryptionIT {

    private static final LivePersonKey KEY_2026 = LivePersonKey.make("lpsso2026");
    private static final List<String> ENCS =
            List.of(
                    "A128CBC-HS256",
                    "A192CBC-HS384",
                    "A256CBC-HS512",
                    "A128GCM",
                    "A192GCM",
                    "A256GCM");

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static EncryptedClient client;
    private static String refreshToken;

    @BeforeAll
    static void setUp() {
        client = EncryptedClient.create(realm, settings(KEY_2026.base64(), "A128CBC-HS256"));
        refreshToken = client.party().tokens("consumer").text("refresh_token");
    }

    @Nested
    @DisplayName("with every form of the key and every content encryption")
    class EveryFormAndEncryption {

        static Stream<Arguments> settings() {
            return KEY_2026.forms().entrySet().stream()
                    .flatMap(
                            form ->
                                    ENCS.stream()
                                            .map(
                                                    e ->
                                                            arguments(
                                                                    form.getKey(),
                                                                    form.getValue(),
                                                                    e)));
        }

        @ParameterizedTest(name = "{0}, {2}")
        @MethodSource("settings")
        @DisplayName("L14, L15")
        void opens(String form, String key, String enc) {
            boolean carriesKid = form.startsWith("JWK");
            String kids = form.equals("PEM certificates") ? "old,lpsso2026" : "lpsso2026";
            client.configure(Map.of(KEY, key, KID, carriesKid ? "" : kids, ENC, enc));

            String idToken = client.party().refresh(refreshToken).idToken();

            assertThat(open(idToken).header())
                    .isEqualTo(
                            Map.of(
                                    "alg", "RSA-OAEP-256",
                                    "enc", enc,
                                    "cty", "JWT",
                                    "kid", "lpsso2026"));
        }
    }

    @Test
    void a_token_of_20_kB() {
        EncryptedClient large = fresh();
        realm.mapper(
                large.client(),
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name", "large",
                        "claim.value", "x".repeat(20_000),
                        "jsonType.label", "String",
                        "id.token.claim", "true"));

        OpenedToken opened = open(large.party().tokens("consumer").idToken());

        assertThat(opened.claims().get("large").asText()).hasSize(20_000);
    }

    @Test
    void neither_key_nor_token_is_in_the_log_at_TRACE() {
        EncryptedClient fresh = fresh();
        String idToken = fresh.party().tokens("consumer").idToken();
        OpenedToken opened = open(idToken);

        assertThat(realm.keycloak().log())
                .doesNotContain(KEY_2026.base64().substring(44, 108))
                .doesNotContain(idToken.split("\\.")[3])
                .doesNotContain(opened.jws().split("\\.")[1])
                .doesNotContain(opened.jws().split("\\.")[2]);
    }

    private static EncryptedClient fresh() {
        return EncryptedClient.create(realm, settings(KEY_2026.base64(), "A256GCM"));
    }

    private static Map<String, String> settings(String key, String enc) {
        return Map.of(KEY, key, KID, "lpsso2026", ENC, enc);
    }

    private static OpenedToken open(String idToken) {
        return OpenedToken.of(idToken, KEY_2026, realm);
    }
}
