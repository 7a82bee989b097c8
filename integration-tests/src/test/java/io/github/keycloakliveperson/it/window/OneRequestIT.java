package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.OPENID_WINDOW;
import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;

/**
 * What the external window needs from Keycloak (K34 to K36): if a version changes it, a window
 * needs more than one request or gets no answer, and this test fails.
 */
@RealKeycloak
@Tag("core")
@DisplayName("A window is answered in one request if the consumer is signed in (K34)")
class OneRequestIT {

    private static final String CHALLENGE =
            "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                    + "&code_challenge_method=S256";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    @AutoClose private static TestRealm realm;
    private static WindowClient code;
    private static WindowClient implicit;
    private static String consumer;

    private ConsumerBrowser browser;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak, r -> r.setEventsEnabled(true));
        code = WindowClient.code(realm, "code", Map.of());
        implicit = WindowClient.implicit(realm, "implicit", Map.of());
        consumer = realm.user("consumer", Map.of());
    }

    @BeforeEach
    void signIn() {
        browser = WindowReturn.signedIn(code);
        realm.admin().clearEvents();
    }

    @Test
    @DisplayName("in the code flow, with PKCE and a nonce, and with its own code (K17, K35)")
    void codeFlow() {
        String answer = atOnce(code.rfc("code", STATE, CHALLENGE + "&nonce=n%201"));

        assertThat(answer)
                .matches("\\Q" + WINDOW + "\\E\\?code=[^&#]+&state=[^&#]+")
                .endsWith("&state=" + STATE);
        String issued = WindowClient.code(answer);
        assertThat(code.redeem(issued, WINDOW, Map.of()).status()).as("PKCE holds").isEqualTo(400);
        answer = atOnce(code.rfc("code", STATE, CHALLENGE + "&nonce=n%201"));
        TokenAnswer tokens =
                code.redeem(WindowClient.code(answer), WINDOW, Map.of("code_verifier", VERIFIER));
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.idTokenClaims().get("nonce").asText()).isEqualTo("n 1");
    }

    @Test
    @DisplayName(
            "in the openID dialect of the code flow, for the token call's redirect URI " + "(L21)")
    void openIdCodeFlow() {
        String answer = atOnce(code.openId("code"));

        assertThat(answer).startsWith(OPENID_WINDOW + "&code=");
        TokenAnswer tokens =
                code.redeem(WindowClient.code(answer), "https://liveperson.net", Map.of());
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.idTokenClaims().get("nonce").asText()).isEqualTo("visitor-1");
    }

    @Test
    @DisplayName("in the implicit flow, without the page that posts a form (K36)")
    void implicitFlow() {
        assertThat(atOnce(implicit.rfc("id_token", STATE, "")))
                .matches("\\Q" + WINDOW + "\\E#id_token=[^&?]+&state=[^&?]+");
        assertThat(atOnce(implicit.openId("token"))).startsWith(OPENID_WINDOW + "&token=");
    }

    @Test
    @DisplayName("also if the consumer isn't signed in and the window asked for no page")
    void silentErrors() {
        browser = new ConsumerBrowser();

        assertThat(atOnce(code.rfc("code", STATE, "&prompt=none")))
                .startsWith(WINDOW + "?error=login_required");
        assertThat(atOnce(implicit.rfc("id_token", STATE, "&prompt=none")))
                .startsWith(WINDOW + "#error=login_required");
    }

    @Test
    @DisplayName("its code works once, and is the only one that leaves the server")
    void once() {
        String issued = WindowClient.code(atOnce(code.rfc("code", STATE, "")));

        assertThat(code.redeem(issued, realm.livePerson("callback").toString(), Map.of()).status())
                .isEqualTo(400);
        String another = WindowClient.code(atOnce(code.rfc("code", STATE, "")));
        assertThat(code.redeem(another, WINDOW, Map.of()).status()).isEqualTo(200);
        assertThat(code.redeem(another, WINDOW, Map.of()).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("it leaves one LOGIN event, with the window's address but not its query")
    void events() {
        atOnce(code.openId("code"));
        atOnce(implicit.rfc("id_token", STATE, ""));

        assertThat(realm.admin().getEvents())
                .hasSize(2)
                .allSatisfy(
                        event -> {
                            assertThat(event.getType()).isEqualTo("LOGIN");
                            assertThat(event.getUserId()).isEqualTo(consumer);
                            assertThat(event.getDetails()).containsEntry("redirect_uri", WINDOW);
                            assertThat(event.getDetails().toString())
                                    .doesNotContain("lpUnifiedWindowConfig", "visitor-1");
                        })
                .extracting(EventRepresentation::getClientId)
                .containsExactlyInAnyOrder("code", "implicit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&prompt=none", "&code_challenge=short&code_challenge_method=S256"})
    @DisplayName("a refusal leaves at most one event, also with the window's address")
    void errorEvents(String parameters) {
        browser = new ConsumerBrowser();
        atOnce(code.rfc("code", STATE, parameters));

        List<EventRepresentation> events = realm.admin().getEvents();
        assertThat(events)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.getType()).isEqualTo("LOGIN_ERROR");
                            assertThat(event.getError()).isIn("invalid_request", "login_required");
                            assertThat(event.getClientId()).isEqualTo("code");
                            assertThat(event.getDetails()).containsEntry("redirect_uri", WINDOW);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.2.0.0-release_1705/index.html",
                "10.22/index.html?lpUnifiedWindowConfig=%257B%257D"
            })
    @DisplayName(
            "on LivePerson's page with a version in its path, if the page is " + "registered (L24)")
    void versions(String page) {
        String window = WINDOW.replace("index.html", page);
        String request =
                "response_type=code&state=s&redirect_uri="
                        + window.replace("?", "%3F").replace("=", "%3D");

        String answer = atOnce(code.request(request));

        String decoded = window.replace("%257B%257D", "%7B%7D");
        assertThat(answer).startsWith(decoded + (decoded.contains("?") ? "&" : "?") + "code=");
        assertThat(code.redeem(WindowClient.code(answer), decoded, Map.of()).status())
                .isEqualTo(200);
    }

    private String atOnce(URI request) {
        Reply answer = browser.get(request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("nothing waits")
                .noneMatch(cookie -> cookie.startsWith(WindowReturn.COOKIE));
        assertThat(answer.headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("no-store");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        return answer.location();
    }
}
