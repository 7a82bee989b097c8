package io.github.keycloakliveperson.it.relyingparty;

import static io.github.keycloakliveperson.it.relyingparty.AuthorizationEndpoint.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.ForeignTool;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * panva's openid-client, which checks what OpenID Connect Core wants checked, against clients as
 * the admin endpoint makes them: at Keycloak's authorization endpoint and at ours.
 */
@RealKeycloak
@ForeignTool(
        needs = {
            "/usr/bin/node",
            OpenIdClientProcess.DIRECTORY + "/node_modules/openid-client/package.json"
        },
        install = "npm install --no-package-lock --prefix " + OpenIdClientProcess.DIRECTORY)
@DisplayName("openid-client signs a consumer in")
class OpenIdClientIT {

    private static final LivePersonKey KEY = LivePersonKey.make("lpsso2026");
    private static final String SEALED =
            ",\"livePersonKey\":\"%s\",\"livePersonKeyId\":\"lpsso2026\"".formatted(KEY.base64());
    private static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";

    @InjectRealm private static TestRealm realm;
    private static String consumer;

    @BeforeAll
    static void setUp() {
        consumer = realm.user("consumer", Map.of());
    }

    @ParameterizedTest(name = "at {0}, PKCE {1}")
    @CsvSource({"STOCK, false", "STOCK, true", "OURS, false", "OURS, true"})
    @DisplayName("with a code, encrypted or not")
    void code(AuthorizationEndpoint endpoint, boolean pkce) {
        for (String key : new String[] {"", SEALED}) {
            TemplateClient client =
                    TemplateClient.create(
                            realm,
                            "code-" + endpoint.name() + "-" + pkce + "-" + key.length(),
                            "\"flow\":\"code\",\"pkce\":" + pkce + key);
            JsonNode answer = run(order(client, endpoint, key, Map.of("pkce", pkce)));

            accepted(answer);
            assertThat(answer.path("accessToken").asText()).isEqualTo("NotApplicable");
            assertThat(answer.path("members"))
                    .as("no refresh token, nothing to hash (IdTokenWithoutHashes)")
                    .extracting(JsonNode::asText)
                    .doesNotContain("refresh_token");
            assertThat(answer.at("/claims/at_hash").isMissingNode()).isTrue();
            assertThat(answer.path("userinfo").asInt())
                    .as("the word in the access token's place opens nothing")
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest(name = "at {0}")
    @EnumSource
    @DisplayName("with an id_token, encrypted or not")
    void implicit(AuthorizationEndpoint endpoint) {
        for (String key : new String[] {"", SEALED}) {
            TemplateClient client =
                    TemplateClient.create(
                            realm,
                            "implicit-" + endpoint.name() + "-" + key.length(),
                            "\"flow\":\"implicit\"" + key);

            accepted(run(order(client, endpoint, key, Map.of("implicit", true))));
        }
    }

    @Test
    @DisplayName("but not with another key, nor if it requires encryption and gets none")
    void notWithoutTheKey() {
        TemplateClient sealed =
                TemplateClient.create(realm, "sealed", "\"flow\":\"code\"" + SEALED);
        Map<String, Object> wrong = order(sealed, STOCK, SEALED, Map.of());
        wrong.put("privateKey", privateKey(LivePersonKey.make("lpsso2026")));

        assertThat(run(wrong).path("error").asText()).isNotEmpty();
        assertThat(run(order(sealed, STOCK, "", Map.of())).path("error").asText())
                .as("without any key")
                .isNotEmpty();
    }

    private static void accepted(JsonNode answer) {
        assertThat(answer.has("error")).as(answer.toString()).isFalse();
        assertThat(answer.at("/claims/sub").asText()).isEqualTo(consumer);
        assertThat(answer.at("/claims/iss").asText()).isEqualTo(realm.issuer());
        assertThat(answer.at("/claims/lp_sdes/1/personal/contacts/0/email").asText())
                .isEqualTo("consumer@example.org");
    }

    private static Map<String, Object> order(
            TemplateClient client,
            AuthorizationEndpoint endpoint,
            String key,
            Map<String, ?> more) {
        Map<String, Object> order = new HashMap<>(more);
        order.put("issuer", client.form("jwtIssuer"));
        order.put("clientId", client.client().clientId());
        order.put("clientSecret", client.client().secret());
        order.put("redirectUri", WINDOW);
        order.put(
                "server",
                endpoint == STOCK
                        ? Map.of()
                        : Map.of(
                                "authorization_endpoint",
                                client.form("authenticationEndpoint"),
                                "jwks_uri",
                                client.form("jwksEndpoint")));
        if (!key.isEmpty()) {
            order.put("privateKey", privateKey(KEY));
            order.put("keyId", KEY.kid());
            order.put("contentEncryption", "A128CBC-HS256");
        }
        return order;
    }

    private static String privateKey(LivePersonKey key) {
        return Base64.getEncoder().encodeToString(key.pair().getPrivate().getEncoded());
    }

    private static JsonNode run(Map<String, ?> order) {
        try (OpenIdClientProcess party = OpenIdClientProcess.start()) {
            JsonNode begun = party.tell(order);
            assertThat(begun.has("address")).as(begun.toString()).isTrue();
            String end =
                    new ConsumerBrowser()
                            .signIn(
                                    URI.create(begun.path("address").asText()),
                                    realm.keycloak().baseUri(),
                                    "consumer",
                                    TestRealm.PASSWORD)
                            .location();
            return party.tell(Map.of("address", end));
        }
    }
}
