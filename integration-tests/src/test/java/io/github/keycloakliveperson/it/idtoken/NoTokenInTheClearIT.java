package io.github.keycloakliveperson.it.idtoken;

import static io.github.keycloakliveperson.it.idtoken.EncryptedClient.KEY;
import static io.github.keycloakliveperson.it.idtoken.EncryptedClient.KID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Keys that came in past the check when saving (K31), with an imported realm or client. */
@Tag("core")
@RealKeycloak
@DisplayName("L16: a token that can't be encrypted is never sent unencrypted")
class NoTokenInTheClearIT {

    private static final LivePersonKey GOOD = LivePersonKey.make("lpsso2026");
    private static final LivePersonKey WEAK = LivePersonKey.make("weak", 1024);
    private static final String WEAK_KEY = "has 1024 bits, under 2048.";
    private static final String NATIVE_KEY = "id.token.encrypted.response.alg";

    @AutoClose private static TestRealm realm;
    private static RelyingParty broken;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        // The whole realm comes in one piece, as with kc.sh import and --import-realm.
        realm =
                TestRealm.create(
                        keycloak,
                        imported -> {
                            imported.setEventsEnabled(true);
                            imported.setEventsListeners(List.of("jboss-logging"));
                            imported.setClients(
                                    List.of(UncheckedClient.describe("broken", WEAK.base64())));
                        });
        realm.user("consumer", Map.of());
        broken = new RelyingParty(realm, new TestClient(null, "broken", "secret"));
    }

    @Nested
    @DisplayName("with a broken key from a realm import")
    class BrokenKey {

        @Test
        @DisplayName("code flow: RFC 6749 error JSON from the token endpoint")
        void code() {
            TokenAnswer answer = broken.tokens("consumer");

            assertOAuthError(answer, WEAK_KEY);
            assertThat(answer.response().header("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
            assertThat(answer.response().header("Content-Type"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("application/json"));
        }

        @Test
        void the_code_of_a_refused_request_is_used_up() {
            String code = broken.signIn("consumer", Map.of()).get("code");

            assertOAuthError(broken.redeem(code, Map.of()), WEAK_KEY);
            assertThat(broken.redeem(code, Map.of()).text("error")).isEqualTo("invalid_grant");
        }

        @Test
        void password_grant() {
            assertOAuthError(
                    new EncryptedClient(realm, broken.client()).tokens("consumer", "openid"),
                    WEAK_KEY);
        }

        @Test
        @DisplayName("implicit flow: a server error that the browser shows, no redirect")
        void implicit() {
            Reply page = implicitSignIn(broken);

            assertThat(page.status()).isEqualTo(500);
            assertThat(page.header("Location")).isEmpty();
            assertThat(page.header("Content-Type"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("text/html"));
            assertThat(Jsoup.parse(page.body()).text())
                    .contains("You cannot be signed in to the chat at the moment.")
                    .doesNotContain("1024");
        }

        @Test
        @DisplayName("event log and server log say which client and why")
        void traces() {
            realm.admin().clearEvents();
            broken.tokens("consumer");
            implicitSignIn(broken);

            List<EventRepresentation> events =
                    realm.admin().getEvents().stream()
                            .filter(e -> "id_token_encryption_failed".equals(e.getError()))
                            .toList();
            assertThat(events)
                    .extracting(EventRepresentation::getType)
                    .containsExactlyInAnyOrder("CODE_TO_TOKEN_ERROR", "LOGIN_ERROR");
            assertThat(events)
                    .allSatisfy(
                            event -> {
                                assertThat(event.getClientId()).isEqualTo("broken");
                                assertThat(event.getUserId()).isNotBlank();
                                assertThat(event.getDetails().get("reason")).contains(WEAK_KEY);
                            });
            assertThat(realm.keycloak().log())
                    .contains(
                            "No id_token for client broken of realm "
                                    + realm.name()
                                    + ": The RSA key in public.key has 1024 bits")
                    .doesNotContain(WEAK.base64().substring(60, 100));
        }
    }

    @Nested
    @DisplayName("with any other unusable setting that was not checked")
    class OtherSettings {

        @Test
        void garbage() {
            assertOAuthError(tokens("garbage", "nonsense!"), "cannot be read");
        }

        @Test
        void no_key_at_all() {
            assertOAuthError(tokens("empty", ""), "public.key is empty.");
        }

        @Test
        void a_mended_key_counts_at_once() {
            assertOAuthError(tokens("repaired", WEAK.base64()), WEAK_KEY);
            ClientRepresentation client = realm.admin().clients().findByClientId("repaired").get(0);
            EncryptedClient repaired =
                    new EncryptedClient(
                            realm, new TestClient(client.getId(), "repaired", "secret"));

            repaired.configure(Map.of(KEY, GOOD.base64(), KID, "lpsso2026"));

            OpenedToken.of(repaired.tokens("consumer", "openid").idToken(), GOOD, realm);
        }

        private TokenAnswer tokens(String clientId, String key) {
            return new EncryptedClient(
                            realm, UncheckedClient.create(realm, clientId, key, client -> {}))
                    .tokens("consumer", "openid");
        }
    }

    @Nested
    @DisplayName("with a token that is already encrypted")
    class AlreadyEncrypted {

        @Test
        @DisplayName("K15: by Keycloak itself, turned on without the check")
        void native_encryption() {
            TestClient client =
                    UncheckedClient.create(
                            realm,
                            "native",
                            GOOD.base64(),
                            c -> {
                                c.getAttributes().put(NATIVE_KEY, "RSA-OAEP-256");
                                c.getAttributes().put("use.jwks.string", "true");
                                c.getAttributes()
                                        .put(
                                                "jwks.string",
                                                "{\"keys\":["
                                                        + GOOD.jwk()
                                                                .replace(
                                                                        "\"use\"",
                                                                        "\"alg\":\"RSA-OAEP-256\","
                                                                                + "\"use\"")
                                                        + "]}");
                            });

            assertOAuthError(
                    new EncryptedClient(realm, client).tokens("consumer", "openid"),
                    "The id_token is already encrypted");
        }

        @Test
        void by_a_second_mapper() {
            TestClient client =
                    UncheckedClient.create(
                            realm,
                            "twice",
                            GOOD.base64(),
                            c -> {
                                List<ProtocolMapperRepresentation> both =
                                        new ArrayList<>(c.getProtocolMappers());
                                both.add(UncheckedClient.mapper(GOOD.base64()));
                                c.setProtocolMappers(both);
                            });

            assertOAuthError(
                    new EncryptedClient(realm, client).tokens("consumer", "openid"),
                    "keep one encryption mapper");
        }
    }

    private static void assertOAuthError(TokenAnswer answer, String reason) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("error", "error_description");
        assertThat(answer.text("error")).isEqualTo("invalid_request");
        assertThat(answer.text("error_description")).contains(reason);
    }

    private static Reply implicitSignIn(RelyingParty party) {
        return new ConsumerBrowser()
                .signIn(
                        party.authorizationRequest(
                                Map.of("response_type", "id_token", "nonce", "a-nonce")),
                        realm.keycloak().baseUri(),
                        "consumer",
                        TestRealm.PASSWORD);
    }
}
