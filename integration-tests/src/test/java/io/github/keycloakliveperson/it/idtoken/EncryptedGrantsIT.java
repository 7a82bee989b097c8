package io.github.keycloakliveperson.it.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One client, every way to an id_token. */
@RealKeycloak
@DisplayName("K16: the id_token is encrypted in every grant that returns one")
class EncryptedGrantsIT {

    private static final LivePersonKey KEY = LivePersonKey.make("lpsso2026");

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static EncryptedClient client;

    @BeforeAll
    static void setUp() {
        client =
                EncryptedClient.create(
                        realm,
                        Map.of(
                                EncryptedClient.KEY,
                                KEY.base64(),
                                EncryptedClient.KID,
                                "lpsso2026"));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("core")
    void opens_with_LivePersons_key(Grant grant) {
        Leaving answer = grant.use(client, "openid");

        if (grant.isThere(realm)) {
            assertThat(answer.encrypted()).as(answer.text()).hasSize(1);
            open(answer.encrypted().get(0));
            assertThat(answer.readableIdTokens()).isEmpty();
        } else {
            assertThat(answer.text()).contains("unsupported_grant_type");
        }
    }

    @Test
    @Tag("core")
    void code_in_an_answer_that_nobody_stores() {
        TokenAnswer answer = client.party().tokens("consumer");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    @Tag("core")
    void implicit_with_the_nonce() {
        Map<String, String> answer =
                client.party()
                        .signIn(
                                "consumer",
                                Map.of("response_type", "id_token", "nonce", "a-nonce"));

        OpenedToken opened = open(answer.get("id_token"));
        assertThat(opened.claims().get("nonce").asText()).isEqualTo("a-nonce");
    }

    @Test
    void hybrid_in_both_answers() {
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
