package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The {@code exp} that the window mapper sets, on a real Keycloak through its stock endpoints. */
@RealKeycloak
@Tag("core")
@DisplayName("The window mapper sets the id_token's exp (L7)")
class IdTokenLifespanIT {

    private static final int SESSION_MAXIMUM = 7_200;

    @AutoClose private static TestRealm realm;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm =
                TestRealm.create(
                        keycloak,
                        r -> {
                            r.setSsoSessionMaxLifespan(SESSION_MAXIMUM);
                            r.setSsoSessionMaxLifespanRememberMe(2 * SESSION_MAXIMUM);
                            r.setRememberMe(true);
                        });
        realm.user("consumer", Map.of());
    }

    @Test
    @DisplayName("in the code flow")
    void codeFlow() {
        assertThat(lifetime(code("lifespan-code", 5000).tokens("consumer").idTokenClaims()))
                .isEqualTo(5000);
    }

    @Test
    @DisplayName("in the implicit flow (K13)")
    void implicitFlow() {
        assertThat(lifetime(implicitToken("lifespan-implicit", "5000", ""))).isEqualTo(5000);
    }

    @Test
    @DisplayName("to an hour if nothing is set")
    void byDefault() {
        assertThat(lifetime(code("lifespan-default", null).tokens("consumer").idTokenClaims()))
                .isEqualTo(3600);
    }

    @Test
    @DisplayName("never beyond the end of the SSO session, in both flows")
    void sessionMaximum() {
        JsonNode code = code("capped-code", 86_400).tokens("consumer").idTokenClaims();
        JsonNode implicit = implicitToken("capped-implicit", "86400", "");

        for (JsonNode claims : List.of(code, implicit)) {
            assertThat(claims.get("exp").asLong() - claims.get("auth_time").asLong())
                    .isBetween(SESSION_MAXIMUM - 5L, (long) SESSION_MAXIMUM);
        }
    }

    @Test
    @DisplayName("never beyond the client's own session maximum")
    void clientMaximum() {
        TestClient client =
                realm.client(
                        "capped-client",
                        c -> c.getAttributes().put("client.session.max.lifespan", "600"));
        realm.mapper(client, WindowClient.MAPPER, Map.of());

        assertThat(lifetime(new RelyingParty(realm, client).tokens("consumer").idTokenClaims()))
                .isBetween(595L, 600L);
    }

    @Test
    @DisplayName("up to the later end of a remembered session")
    void rememberMe() {
        RelyingParty remembered = code("remembered", 86_400);
        Reply page = new ConsumerBrowser().get(remembered.authorizationRequest(Map.of()));
        assertThat(page.status()).isEqualTo(200);

        assertThat(lifetime(remember(remembered)))
                .isBetween(2L * SESSION_MAXIMUM - 5, 2L * SESSION_MAXIMUM);
    }

    @Test
    @DisplayName("by the offline session's rules if one is requested")
    void offline() {
        RelyingParty offline = code("offline", 86_400);

        Map<String, String> answer =
                offline.signIn("consumer", Map.of("scope", "openid offline_access"));

        assertThat(lifetime(offline.redeem(answer.get("code"), Map.of()).idTokenClaims()))
                .isEqualTo(86_400);
    }

    private static RelyingParty code(String clientId, Integer lifespan) {
        TestClient client = realm.codeClient(clientId);
        realm.mapper(
                client,
                WindowClient.MAPPER,
                lifespan == null ? Map.of() : Map.of("id.token.lifespan", lifespan.toString()));
        return new RelyingParty(realm, client);
    }

    private static JsonNode implicitToken(String clientId, String lifespan, String more) {
        WindowClient window =
                WindowClient.implicit(realm, clientId, Map.of("id.token.lifespan", lifespan));
        String answer = window.window(new ConsumerBrowser(), window.rfc("id_token", "s", more));
        return TokenAnswer.claims(WindowClient.raw(answer, "id_token"));
    }

    private static JsonNode remember(RelyingParty party) {
        ConsumerBrowser browser = new ConsumerBrowser();
        Reply page = browser.get(party.authorizationRequest(Map.of()));
        var form = page.page().selectFirst("#kc-form-login");
        Reply answer =
                browser.submit(
                        form,
                        Map.of(
                                "username", "consumer",
                                "password", TestRealm.PASSWORD,
                                "rememberMe", "on"));
        String location = answer.location();
        return party.redeem(Query.of(location).get("code"), Map.of()).idTokenClaims();
    }

    private static long lifetime(JsonNode claims) {
        return claims.get("exp").asLong() - claims.get("iat").asLong();
    }
}
