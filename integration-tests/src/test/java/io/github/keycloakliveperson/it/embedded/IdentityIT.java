package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.it.harness.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.idm.UserSessionRepresentation;

/** The identity endpoint of a real Keycloak; tokens and sessions are Keycloak's own. */
@Tag("core")
@RealKeycloak
@DisplayName("identity")
class IdentityIT {

    private static final String ORIGIN = "https://www.brand.example";

    private static TestRealm realm;
    private static TestClient brand;

    private ConsumerBrowser browser;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak);
        brand = BrandClient.open(realm, "brand", ORIGIN, "+");
        BrandClient.open(realm, "never-used", ORIGIN);
        BrandClient.open(realm, "star", "*");
        BrandClient.open(realm, "plus", "+");
        BrandClient.without(realm, "stock", c -> c.setWebOrigins(List.of(ORIGIN)));
    }

    @AfterAll
    static void tearDown() {
        realm.close();
    }

    @BeforeEach
    void freshBrowser() {
        browser = new ConsumerBrowser();
    }

    private String signIn(String username, Map<String, List<String>> attributes) {
        String id = realm.user(username, attributes);
        new RelyingParty(realm, brand).signIn(browser, username, Map.of());
        return id;
    }

    private HttpResponse<String> ask(String clientId, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(realm.livePerson("identity/" + clientId));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    @DisplayName("tells a page of the client's origins")
    class Allowed {

        @Test
        @DisplayName("iss, sub and acr, the very strings of the id_token (L4, L34)")
        void signedIn() {
            signIn("plain", Map.of());
            HttpResponse<String> answer = ask("brand", "Origin", ORIGIN);
            JsonNode claims = new RelyingParty(realm, brand).tokens("plain").idTokenClaims();

            assertThat(answer.body())
                    .isEqualTo(
                            "{\"iss\":\"%s\",\"sub\":\"%s\",\"acr\":\"loa1\"}"
                                    .formatted(
                                            claims.get("iss").asText(),
                                            claims.get("sub").asText()));
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
            assertThat(header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
            assertThat(header(answer, "Vary")).contains("Origin");
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("frame-ancestors 'none'");
        }

        @Test
        @DisplayName("204 when nobody is signed in")
        void nobody() {
            HttpResponse<String> answer = ask("brand", "Origin", ORIGIN);

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
            assertThat(header(answer, "Set-Cookie")).isNull();
        }

        @ParameterizedTest
        @CsvSource({
            "pairwise, oidc-sha256-pairwise-sub-mapper, pairwiseSubAlgorithmSalt, salt",
            "attribute, oidc-usermodel-attribute-mapper, user.attribute, consumerId",
            "property, oidc-usermodel-property-mapper, user.attribute, username",
            "note, oidc-usersessionmodel-note-mapper, user.session.note, AUTH_TIME",
            "hardcoded, oidc-hardcoded-claim-mapper, claim.value, everybody"
        })
        @DisplayName("the subject that the client's mappers make")
        void remapped(String name, String mapper, String setting, String value) {
            TestClient client =
                    BrandClient.open(
                            realm,
                            "sub-" + name,
                            c -> {
                                c.setWebOrigins(List.of(ORIGIN));
                                // a pairwise subject without a sector identifier URI: one host
                                c.setRedirectUris(List.of(TestRealm.REDIRECT_URI));
                            });
            realm.mapper(
                    client,
                    mapper,
                    Map.of(
                            setting,
                            value,
                            "claim.name",
                            "sub",
                            "jsonType.label",
                            "String",
                            "id.token.claim",
                            "true",
                            "access.token.claim",
                            "true"));
            String userId = realm.user("c-" + name, Map.of("consumerId", List.of("consumer-4711")));
            RelyingParty party = new RelyingParty(realm, client);
            String code = party.signIn(browser, "c-" + name, Map.of()).get("code");
            String expected = party.redeem(code, Map.of()).idTokenClaims().get("sub").asText();

            assertThat(expected).isNotEqualTo(userId);
            assertThat(json(ask(client.clientId(), "Origin", ORIGIN)).get("sub").asText())
                    .isEqualTo(expected);
        }

        @Test
        @DisplayName("nothing before a consent that the client asks for")
        void consent() {
            BrandClient.open(
                    realm,
                    "consent",
                    client -> {
                        client.setWebOrigins(List.of(ORIGIN));
                        client.setConsentRequired(true);
                    });
            signIn("undecided", Map.of());

            assertThat(ask("consent", "Origin", ORIGIN).statusCode()).isEqualTo(204);
        }
    }

    @Nested
    @DisplayName("tells nobody else")
    class Refused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example",
                    "http://www.brand.example",
                    "https://www.brand.example:8443",
                    "https://www.brand.example.evil.example",
                    "null",
                    "*"
                })
        @DisplayName("no data and no CORS headers for another origin")
        void otherOrigin(String origin) {
            signIn("other-" + Math.abs(origin.hashCode()), Map.of());

            refused(ask("brand", "Origin", origin, "Sec-Fetch-Site", "cross-site"), 403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "cross-site", "same-site", "same-origin"})
        @DisplayName("nor without an origin: navigation, script tag, image")
        void noOrigin(String site) {
            signIn("no-origin-" + site, Map.of());

            refused(ask("brand", "Sec-Fetch-Site", site), 403);
            refused(ask("brand"), 403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"star", "plus"})
        @DisplayName("whatever * and + mean elsewhere")
        void wildcards(String clientId) {
            signIn("wild-" + clientId, Map.of());

            refused(ask(clientId, "Origin", ORIGIN), 403);
            refused(ask(clientId, "Origin", "https://liveperson.net"), 403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"stock", "unknown", "account"})
        @DisplayName("for a client without the window mapper")
        void otherClient(String clientId) {
            signIn("for-" + clientId, Map.of());

            refused(ask(clientId, "Origin", ORIGIN), 404);
        }

        private void refused(HttpResponse<String> answer, int status) {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
            assertThat(answer.body()).doesNotContain("sub", realm.issuer());
        }
    }

    @Nested
    @DisplayName("only asks")
    class Sessions {

        @Test
        @DisplayName("no session is made, prolonged or changed")
        void untouched() {
            String user = signIn("asked-about", Map.of());
            UserSessionRepresentation before = onlySession(user);
            awaitSecondAfter(before.getLastAccess());

            for (String client : List.of("brand", "never-used", "brand")) {
                HttpResponse<String> answer = ask(client, "Origin", ORIGIN);
                assertThat(json(answer).get("sub").asText()).isEqualTo(user);
                assertThat(header(answer, "Set-Cookie")).isNull();
            }

            UserSessionRepresentation after = onlySession(user);
            assertThat(after.getLastAccess()).isEqualTo(before.getLastAccess());
            assertThat(after.getClients()).isEqualTo(before.getClients()).containsValue("brand");
            assertThat(realm.admin().clients().get(neverUsed()).getUserSessions(0, 10)).isEmpty();
        }

        @Test
        @DisplayName("a session that was ended elsewhere is nobody")
        void ended() {
            String user = signIn("ended", Map.of());
            realm.admin().deleteSession(onlySession(user).getId(), false);

            assertThat(ask("brand", "Origin", ORIGIN).statusCode()).isEqualTo(204);
        }

        @Test
        @DisplayName("a disabled consumer is nobody")
        void disabled() {
            String user = signIn("disabled", Map.of());
            UserRepresentation representation = realm.admin().users().get(user).toRepresentation();
            representation.setEnabled(false);
            realm.admin().users().get(user).update(representation);

            assertThat(ask("brand", "Origin", ORIGIN).statusCode()).isEqualTo(204);
        }

        @Test
        @DisplayName("a token of another kind is no SSO cookie, nor is a forged one")
        void otherToken() {
            signIn("impostor", Map.of());
            String idToken = new RelyingParty(realm, brand).tokens("impostor").idToken();

            for (String value : List.of(idToken, cookie().getValue() + "x", "garbage", "")) {
                cookie().setValue(value);
                assertThat(ask("brand", "Origin", ORIGIN).statusCode()).isEqualTo(204);
            }
        }

        private HttpCookie cookie() {
            return browser.cookies().getCookies().stream()
                    .filter(c -> c.getName().equals("KEYCLOAK_IDENTITY"))
                    .findFirst()
                    .orElseThrow();
        }

        private UserSessionRepresentation onlySession(String user) {
            List<UserSessionRepresentation> sessions =
                    realm.admin().users().get(user).getUserSessions();
            assertThat(sessions).hasSize(1);
            return sessions.get(0);
        }

        private String neverUsed() {
            return realm.admin().clients().findByClientId("never-used").get(0).getId();
        }

        /** Keycloak counts in seconds: wait until a refresh would show. */
        private void awaitSecondAfter(long milliseconds) {
            while (System.currentTimeMillis() < milliseconds + 2000) {
                Thread.onSpinWait();
            }
        }
    }
}
