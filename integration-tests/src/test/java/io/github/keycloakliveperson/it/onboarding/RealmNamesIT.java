package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Realms whose names two encoders would write in two ways. */
@RealKeycloak
@Tag("core")
class RealmNamesIT {

    private static final String ORIGIN = "https://my_shop.example";

    @ParameterizedTest
    @ValueSource(strings = {"Levi's", "shop~1", "L\u00e4den", "Shop T", "\u5e97 100%", "a.b-c_d"})
    @DisplayName("K37, L4: the connector matches the token exactly, and both windows sign in")
    void signIn(String name, KeycloakUnderTest keycloak) {
        try (TestRealm realm = TestRealm.create(keycloak, r -> r.setRealm(name))) {
            realm.user("consumer", Map.of());
            JsonNode report = onboard(realm);
            assertThat(AdminApi.statuses(report)).doesNotContainValue("fail");
            JsonNode connector = report.path("connector");
            WindowClient client = client(realm, report);
            ConsumerBrowser browser = new ConsumerBrowser();

            URI request = request(connector, client);
            String window = client.window(browser, request);
            String code = WindowClient.raw(window, "code");
            JsonNode claims = client.redeem(code, WindowClient.WINDOW, Map.of()).idTokenClaims();

            assertThat(claims.path("iss").asText())
                    .isEqualTo(connector.path("jwtIssuer").asText())
                    .isEqualTo(realm.issuer());
            assertEmbedded(client, browser, connector, claims);
            assertThat(browser.get(uri(connector, "jwksEndpoint")).body()).contains("RS256");
            assertThat(browser.get(script(connector)).status()).isEqualTo(200);
        }
    }

    /** What the brand's page does (K21, L34), with the address that its script is at. */
    private static void assertEmbedded(
            WindowClient client, ConsumerBrowser browser, JsonNode connector, JsonNode claims) {
        String here = script(connector).toString().replaceFirst("web-auth\\.js$", "");
        String back = here + "silent-return/" + client.client().clientId();
        String answer =
                browser.get(
                                URI.create(
                                        client.realm().protocol("auth")
                                                + "?client_id="
                                                + client.client().clientId()
                                                + "&response_type=code&scope=openid&prompt=none"
                                                + "&redirect_uri="
                                                + Query.encode(back)))
                        .location();
        assertThat(answer).startsWith(back + "?code=");
        assertThat(browser.get(URI.create(answer)).header("Content-Security-Policy"))
                .get()
                .asString()
                .endsWith("frame-ancestors " + ORIGIN);
        TokenAnswer tokens = client.redeem(Query.of(answer).get("code"), back, Map.of());
        assertThat(tokens.idTokenClaims().path("iss")).isEqualTo(claims.path("iss"));

        Reply identity =
                browser.send(
                        HttpRequest.newBuilder(
                                        URI.create(here + "identity/" + client.client().clientId()))
                                .header("Origin", ORIGIN));
        assertThat(identity.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(AdminApi.json(identity).path("iss")).isEqualTo(claims.path("iss"));
        assertThat(AdminApi.json(identity).path("sub")).isEqualTo(claims.path("sub"));
    }

    private static JsonNode onboard(TestRealm realm) {
        AdminApi api = AdminApi.of(realm);
        String body =
                "{\"clientId\":\"lp~1\",\"flow\":\"code\",\"brandOrigins\":[\"" + ORIGIN + "\"]}";
        JsonNode made = api.create(body);
        assertThat(AdminApi.json(api.get("liveperson")).at("/clients/0/clientId").asText())
                .isEqualTo("lp~1");
        return made;
    }

    private static WindowClient client(TestRealm realm, JsonNode report) {
        return new WindowClient(
                realm,
                new TestClient(
                        report.path("id").asText(),
                        "lp~1",
                        report.at("/connector/clientSecret").asText()));
    }

    private static URI request(JsonNode connector, WindowClient client) {
        String given = client.rfc("code", "s%2B1", "").getRawQuery();
        return URI.create(connector.path("authenticationEndpoint").asText() + "?" + given);
    }

    private static URI uri(JsonNode connector, String name) {
        return URI.create(connector.path(name).asText());
    }

    private static URI script(JsonNode connector) {
        return URI.create(connector.path("scriptTag").asText().split("\"")[1]);
    }
}
