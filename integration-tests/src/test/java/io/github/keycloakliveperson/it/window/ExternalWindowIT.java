package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.OPENID_WINDOW;
import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every dialect, flow and SSO state of the external window, on a real Keycloak. */
@RealKeycloak
@Tag("core")
@DisplayName("The external window")
class ExternalWindowIT {

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static WindowClient code;
    private static WindowClient implicit;
    private static WindowClient implicitQuery;

    private enum Session {
        ABSENT,
        PRESENT,
        ENDED
    }

    @BeforeAll
    static void setUp() {
        code = WindowClient.code(realm, "code", Map.of());
        implicit = WindowClient.implicit(realm, "implicit", Map.of());
        implicitQuery = WindowClient.implicit(realm, "query", Map.of("response.location", "query"));
    }

    @Nested
    @DisplayName("in the OAuth 2 RFC dialect (L22, L23, L27)")
    class Rfc {

        @ParameterizedTest
        @EnumSource(Session.class)
        @DisplayName("gets a code in the query, with its state, for its own address (L21, L25)")
        void codeFlow(Session session) {
            String answer = code.window(browser(session), code.rfc("code", STATE, ""));

            assertThat(answer).matches("\\Q" + WINDOW + "\\E\\?code=[^&#]+&state=[^&#]+");
            assertThat(WindowClient.raw(answer, "state")).isEqualTo(STATE);
            TokenAnswer tokens = code.redeem(WindowClient.code(answer), WINDOW, Map.of());
            assertThat(tokens.status()).isEqualTo(200);
            assertThat(tokens.text("access_token")).isEqualTo("NotApplicable");
            assertThat(tokens.idTokenClaims().get("aud").asText()).isEqualTo("code");
        }

        @ParameterizedTest
        @EnumSource(Session.class)
        @DisplayName("gets an id_token in the fragment, with the state")
        void implicitFlow(Session session) {
            String answer = implicit.window(browser(session), implicit.rfc("id_token", STATE, ""));

            assertThat(answer).matches("\\Q" + WINDOW + "\\E#id_token=[^&?]+&state=[^&?]+");
            assertThat(WindowClient.raw(answer, "state")).isEqualTo(STATE);
            JsonNode claims = TokenAnswer.claims(WindowClient.raw(answer, "id_token"));
            assertThat(claims.get("nonce").asText()).as("ours (K1, L26)").isNotBlank();
            assertThat(claims.fieldNames()).toIterable().doesNotContain("at_hash", "s_hash");
        }

        @Test
        @DisplayName("gets an id_token in the query if the mapper says so, with its own nonce")
        void implicitInTheQuery() {
            String answer =
                    implicitQuery.window(
                            new ConsumerBrowser(),
                            implicitQuery.rfc("id_token", STATE, "&nonce=n%2B1"));

            assertThat(answer).startsWith(WINDOW + "?id_token=").endsWith("&state=" + STATE);
            assertThat(
                            TokenAnswer.claims(WindowClient.raw(answer, "id_token"))
                                    .get("nonce")
                                    .asText())
                    .isEqualTo("n+1");
        }

        @Test
        @DisplayName("may come without a state, and without openid in the scope (K12)")
        void bare() {
            URI request =
                    code.request(
                            "response_type=code&scope=profile&redirect_uri=" + encoded(WINDOW));

            String answer = code.window(new ConsumerBrowser(), request);

            assertThat(answer).startsWith(WINDOW + "?code=").doesNotContain("state");
            assertThat(code.redeem(WindowClient.code(answer), WINDOW, Map.of()).idToken())
                    .isNotNull();
        }

        @Test
        @DisplayName(
                "drops the answer of an earlier sign-in, and the token call still matches (K9)")
        void staleAnswers() {
            String stale = WINDOW + "?code=old&state=older&error=x";
            URI request =
                    code.request("response_type=code&state=new&redirect_uri=" + encoded(stale));

            String answer = code.window(new ConsumerBrowser(), request);

            assertThat(answer).startsWith(WINDOW + "?code=").endsWith("&state=new");
            assertThat(answer).doesNotContain("old");
            assertThat(code.redeem(WindowClient.code(answer), stale, Map.of()).status())
                    .isEqualTo(200);
        }
    }

    @Nested
    @DisplayName("in the openID dialect (L29, L30)")
    class OpenId {

        @ParameterizedTest
        @EnumSource(Session.class)
        @DisplayName("gets a code appended, for https://liveperson.net (L21, K10)")
        void codeFlow(Session session) {
            String answer = code.window(browser(session), code.openId("code"));

            assertThat(answer).matches("\\Q" + OPENID_WINDOW + "\\E&code=[^&#]+");
            TokenAnswer tokens =
                    code.redeem(WindowClient.code(answer), "https://liveperson.net", Map.of());
            assertThat(tokens.status()).isEqualTo(200);
            assertThat(tokens.idTokenClaims().get("nonce").asText()).isEqualTo("visitor-1");
        }

        @ParameterizedTest
        @EnumSource(Session.class)
        @DisplayName("gets an id_token appended as token (K2)")
        void implicitFlow(Session session) {
            String answer = implicit.window(browser(session), implicit.openId("token"));

            assertThat(answer).matches("\\Q" + OPENID_WINDOW + "\\E&token=[^&#]+");
            assertThat(TokenAnswer.claims(WindowClient.raw(answer, "token")).get("nonce").asText())
                    .isEqualTo("visitor-1");
        }

        @Test
        @DisplayName("gets an error appended")
        void error() {
            URI request = URI.create(code.openId("code") + "&prompt=none");

            assertThat(code.window(new ConsumerBrowser(), request))
                    .startsWith(OPENID_WINDOW + "&error=login_required");
        }
    }

    @Test
    @DisplayName("gets answers that are not cached and not sent as referrer")
    void hygiene() {
        Reply answer = code.end(new ConsumerBrowser(), code.rfc("code", STATE, ""));

        assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.header("Set-Cookie").orElseThrow())
                .contains("Max-Age=0", "HttpOnly", "SameSite=Lax");
        String log = realm.keycloak().log();
        assertThat(log)
                .doesNotContain("lpUnifiedWindowConfig")
                .doesNotContain(WindowClient.code(answer.header("Location").get()));
    }

    @Test
    @DisplayName("doesn't change the stock endpoint: K1, K3, K5, K7")
    void stockEndpoint() {
        RelyingParty stock = new RelyingParty(realm, code.client());

        assertThat(stockAnswer(stock, "a%20b(c)"))
                .endsWith("error=login_required&state=a+b%28c%29");
        // some versions drop it, some keep it; ContractCheckIT holds what the newest one does
        String longState = "x".repeat(4_001);
        assertThat(stockAnswer(stock, longState))
                .satisfiesAnyOf(
                        answer -> assertThat(answer).doesNotContain("state="),
                        answer -> assertThat(answer).endsWith("&state=" + longState));
        Map<String, String> noNonce = Map.of("response_type", "id_token");
        assertThat(stockAnswer(noNonce)).contains("#error=invalid_request");
        Map<String, String> query =
                Map.of("response_type", "id_token", "nonce", "n", "response_mode", "query");
        assertThat(stockAnswer(query))
                .contains("error=invalid_request", "error_description=Response_mode");
    }

    private static String stockAnswer(Map<String, String> parameters) {
        return new ConsumerBrowser()
                .get(new RelyingParty(realm, implicit.client()).authorizationRequest(parameters))
                .location();
    }

    private static String stockAnswer(RelyingParty stock, String rawState) {
        String request =
                stock.authorizationRequest(Map.of("prompt", "none", "state", "STATE")).toString();
        return new ConsumerBrowser().get(URI.create(request.replace("STATE", rawState))).location();
    }

    private static ConsumerBrowser browser(Session session) {
        ConsumerBrowser browser = new ConsumerBrowser();
        if (session != Session.ABSENT) {
            code.window(browser, code.rfc("code", "first", ""));
        }
        if (session == Session.ENDED) {
            realm.admin()
                    .users()
                    .get(realm.admin().users().search("consumer").get(0).getId())
                    .logout();
        }
        return browser;
    }

    private static String encoded(String value) {
        return io.github.keycloakliveperson.it.harness.Query.encode(value);
    }
}
