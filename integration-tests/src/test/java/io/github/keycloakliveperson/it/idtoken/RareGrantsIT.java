package io.github.keycloakliveperson.it.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Grants that a server has only when it is told to at its start. */
@RealKeycloak(
        options = {
            "--features=token-exchange",
            "--spi-ciba-auth-channel-ciba-http-auth-channel-http-authentication-channel-uri="
                    + "http://127.0.0.1:28766/"
        })
@DisplayName("K16, K33: CIBA and the legacy token exchange encrypt, or answer nothing")
class RareGrantsIT {

    private static final LivePersonKey KEY = LivePersonKey.make("lpsso2026");

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    @AutoClose private static AuthenticationDevice device;

    @BeforeAll
    static void setUp() {
        device = new AuthenticationDevice();
    }

    @Nested
    @DisplayName("encrypted, if the mapper is in effect")
    class Encrypted {

        private final EncryptedClient client = client("openid-connect");

        @Test
        void ciba() throws InterruptedException {
            open(RareGrantsIT.ciba(client));
        }

        @Test
        void first_token_exchange() {
            open(exchange(client));
        }

        private void open(Leaving answer) {
            assertThat(answer.encrypted()).as(answer.text()).hasSize(1);
            OpenedToken.of(answer.encrypted().get(0), KEY, realm);
            assertThat(answer.readableIdTokens()).isEmpty();
        }
    }

    @Nested
    @DisplayName("nothing, if it isn't")
    class Withheld {

        private final EncryptedClient client = client("openid_connect");

        @Test
        void ciba() throws InterruptedException {
            assertWithheld(RareGrantsIT.ciba(client));
        }

        @Test
        void first_token_exchange() {
            assertWithheld(exchange(client));
        }

        private void assertWithheld(Leaving answer) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.tokens()).isEmpty();
            assertThat(answer.text()).contains("is not in effect");
        }
    }

    private static Leaving ciba(EncryptedClient client) throws InterruptedException {
        TokenAnswer begun =
                client.party()
                        .post("ext/ciba/auth", Map.of("scope", "openid", "login_hint", "consumer"));
        device.agree(realm);
        return Leaving.of(
                client.party()
                        .token(
                                Map.of(
                                        "grant_type",
                                        "urn:openid:params:grant-type:ciba",
                                        "auth_req_id",
                                        begun.text("auth_req_id"))));
    }

    private static Leaving exchange(EncryptedClient client) {
        EncryptedClient other =
                new EncryptedClient(
                        realm,
                        realm.client(
                                EncryptedClient.name(), c -> c.setDirectAccessGrantsEnabled(true)));
        realm.mapper(
                other.client(),
                "oidc-audience-mapper",
                Map.of(
                        "included.client.audience",
                        client.client().clientId(),
                        "access.token.claim",
                        "true"));
        return Leaving.of(
                client.party()
                        .token(
                                Map.of(
                                        "grant_type",
                                        Grant.TOKEN_EXCHANGE.grantType(),
                                        "subject_token",
                                        other.tokens("consumer", "openid").text("access_token"),
                                        "subject_token_type",
                                        "urn:ietf:params:oauth:token-type:access_token",
                                        "scope",
                                        "openid")));
    }

    private static EncryptedClient client(String protocol) {
        ProtocolMapperRepresentation mapper = UncheckedClient.mapper(KEY.base64());
        mapper.setProtocol(protocol);
        ProtocolMapperRepresentation window =
                TestRealm.mapperOf(
                        "oidc-liveperson-window-mapper", Map.of("minimal.token.response", "false"));
        Consumer<ClientRepresentation> settings =
                c -> {
                    c.getAttributes().put("oidc.ciba.grant.enabled", "true");
                    c.setProtocolMappers(List.of(mapper, window));
                };
        TestClient client = realm.client(EncryptedClient.name(), settings);
        return new EncryptedClient(realm, client);
    }
}
