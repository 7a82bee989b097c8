package io.github.keycloakliveperson.it.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One client, every way to an id_token. */
@RealKeycloak
@DisplayName("K16: the id_token is encrypted in every grant that returns one")
class EncryptedGrantsIT {

    private static final LivePersonKey KEY = LivePersonKey.make("lpsso2026");

    private static TestRealm realm;
    private static EncryptedClient client;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak);
        realm.user("consumer", Map.of());
        client =
                EncryptedClient.create(
                        realm,
                        Map.of(
                                EncryptedClient.KEY,
                                KEY.base64(),
                                EncryptedClient.KID,
                                "lpsso2026"));
    }

    @AfterAll
    static void tearDown() {
        realm.close();
    }

    @Test
    @Tag("core")
    void code() {
        TokenAnswer answer = client.party().tokens("consumer");

        assertThat(answer.status()).isEqualTo(200);
        open(answer.idToken());
        assertThat(answer.response().headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    @Tag("core")
    void implicit() {
        Map<String, String> answer =
                client.party()
                        .signIn(
                                "consumer",
                                Map.of("response_type", "id_token", "nonce", "a-nonce"));

        OpenedToken opened = open(answer.get("id_token"));
        assertThat(opened.claims().get("nonce").asText()).isEqualTo("a-nonce");
    }

    @Test
    void hybrid() {
        Map<String, String> answer =
                client.party()
                        .signIn(
                                "consumer",
                                Map.of("response_type", "code id_token", "nonce", "a-nonce"));

        open(answer.get("id_token"));
        open(client.party().redeem(answer.get("code"), Map.of()).idToken());
    }

    @Test
    @Tag("core")
    void refresh() {
        String refresh = client.party().tokens("consumer").text("refresh_token");

        open(client.party().refresh(refresh).idToken());
    }

    @Test
    void password() {
        open(client.tokens("consumer", "openid").idToken());
    }

    @Test
    void client_credentials() {
        TokenAnswer answer =
                client.party().token(Map.of("grant_type", "client_credentials", "scope", "openid"));

        open(answer.idToken());
    }

    @Test
    @DisplayName("token exchange, which Keycloak has without further ado since 26.2")
    void token_exchange() {
        TokenAnswer answer =
                client.party()
                        .token(
                                Map.of(
                                        "grant_type",
                                        "urn:ietf:params:oauth:grant-type:token-exchange",
                                        "subject_token",
                                        client.tokens("consumer", "openid").text("access_token"),
                                        "subject_token_type",
                                        "urn:ietf:params:oauth:token-type:access_token",
                                        "requested_token_type",
                                        "urn:ietf:params:oauth:token-type:id_token",
                                        "scope",
                                        "openid"));

        if (realm.keycloak().version().matches("26\\.[01]\\..*")) {
            assertThat(answer.text("error")).isEqualTo("unsupported_grant_type");
        } else {
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
            open(answer.text("access_token"));
        }
    }

    @Test
    @DisplayName("K12: without openid there is no id_token and nothing to encrypt")
    void without_openid() {
        TokenAnswer answer = client.tokens("consumer", "email");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.idToken()).isNull();
    }

    private static OpenedToken open(String idToken) {
        return OpenedToken.of(idToken, KEY, realm);
    }
}
