package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;

/** The admin endpoints of a real Keycloak, in a realm that knows nothing of LivePerson yet. */
@RealKeycloak
@Tag("core")
class AdminEndpointsIT {

    @AutoClose private static TestRealm realm;
    private static AdminApi api;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = ProtectedRealm.create(keycloak);
        api = AdminApi.of(realm);
        realm.user("consumer", Map.of());
    }

    @ParameterizedTest
    @CsvSource({"code, false", "code, true", "implicit, false"})
    @DisplayName("a new client warns only about plain http, and over https about nothing")
    void freshClient(String flow, boolean pkce) {
        String clientId = "fresh-" + flow + "-" + pkce;
        Reply answer =
                api.post(
                        "liveperson/clients",
                        "{\"clientId\":\"%s\",\"flow\":\"%s\",\"pkce\":%s}"
                                .formatted(clientId, flow, pkce));
        assertThat(answer.status()).isEqualTo(201);
        JsonNode report = AdminApi.json(answer);
        String id = report.path("id").asText();
        assertThat(answer.header("Location"))
                .contains(
                        realm.keycloak().baseUri()
                                + "/admin/realms/"
                                + realm.name()
                                + "/liveperson/clients/"
                                + id);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(AdminApi.findings(report)).isEqualTo(Map.of("issuer", "warn"));
        assertThat(api.report(id)).isEqualTo(report);

        ProtectedRealm.serveAt(realm, "https://login.brand.example");
        try {
            JsonNode overHttps = api.report(id);
            assertThat(AdminApi.findings(overHttps)).isEmpty();
            assertThat(overHttps.at("/connector/jwtIssuer").asText())
                    .isEqualTo("https://login.brand.example/realms/" + realm.name());
        } finally {
            ProtectedRealm.serveAt(realm, "");
        }
    }

    @Test
    @DisplayName("the connector values are what the realm really serves")
    void connector() {
        JsonNode connector = create("connector").path("connector");
        assertThat(connector.path("authenticationType").asText()).isEqualTo("code");
        assertThat(connector.path("pkce").isBoolean()).isTrue();
        assertThat(connector.path("jwtIssuer").asText()).as("L4").isEqualTo(realm.issuer());
        assertThat(connector.path("authenticationEndpoint").asText())
                .isEqualTo(realm.livePerson("authorize").toString());
        assertThat(connector.path("tokenEndpoint").asText())
                .isEqualTo(realm.protocol("token").toString());
        assertThat(connector.path("jwksEndpoint").asText())
                .isEqualTo(realm.livePerson("jwks").toString());
        String key =
                realm.admin().keys().getKeyMetadata().getKeys().stream()
                        .filter(k -> "RS256".equals(k.getAlgorithm()))
                        .findFirst()
                        .orElseThrow()
                        .getPublicKey();
        assertThat(connector.path("jwtPublicKey").asText()).as("L11").isEqualTo(key);
        assertThat(connector.path("scriptTag").asText())
                .contains(realm.livePerson("web-auth.js").toString(), "\"connector\"");
        assertThat(connector.path("clientSecret").asText())
                .as("L18, K11: sent raw")
                .matches("[A-Za-z0-9]{32,}");
    }

    @Test
    @DisplayName("with these values LivePerson signs a consumer in, and sees the data")
    void signIn() {
        JsonNode report = create("sign-in");
        TestClient client =
                new TestClient(
                        report.path("id").asText(),
                        "sign-in",
                        report.at("/connector/clientSecret").asText());
        TokenAnswer answer = new RelyingParty(realm, client).tokens("consumer");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode claims = answer.idTokenClaims();
        assertThat(claims.path("iss").asText())
                .isEqualTo(report.at("/connector/jwtIssuer").asText());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
        assertThat(claims.at("/lp_sdes/0/type").asText()).isEqualTo("ctmrinfo");
        assertThat(claims.at("/lp_sdes/1/personal/contacts/0/email").asText())
                .isEqualTo("consumer@example.org");
        assertThat(answer.text("access_token")).isEqualTo("NotApplicable");
    }

    @Test
    @DisplayName("all given values are used: origins, PKCE, LivePerson's key")
    void everythingGiven() {
        LivePersonKey key = LivePersonKey.make("lpsso2026");
        Reply answer =
                api.post(
                        "liveperson/clients",
                        "{\"clientId\":\"all\",\"flow\":\"code\",\"pkce\":true,\"brandOrigins\":"
                                + "[\"https://www.brand.example/\",\"http://localhost:3000\"],"
                                + "\"livePersonKey\":\""
                                + key.base64()
                                + "\",\"livePersonKeyId\":\"lpsso2026\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        ClientRepresentation client = realm.admin().clients().findByClientId("all").get(0);
        assertThat(client.getWebOrigins())
                .containsExactlyInAnyOrder("https://www.brand.example", "http://localhost:3000");
        assertThat(client.getAttributes()).containsEntry("pkce.code.challenge.method", "S256");
        assertThat(client.getProtocolMappers())
                .filteredOn(m -> m.getProtocolMapper().contains("encryption"))
                .singleElement()
                .satisfies(m -> assertThat(m.getConfig()).containsEntry("key.id", "lpsso2026"));
        assertThat(AdminApi.findings(AdminApi.json(answer))).containsOnlyKeys("issuer");
    }

    @Test
    @DisplayName("all mistakes are reported at once, and nothing is created")
    void faults() {
        Reply answer =
                api.post(
                        "liveperson/clients",
                        "{\"clientId\":\"faulty client\",\"flow\":\"hybrid\",\"brandOrigins\":"
                                + "[\"http://www.brand.example\"],\"livePersonKey\":\"garbage\"}");
        assertThat(answer.status()).isEqualTo(400);
        JsonNode refusal = AdminApi.json(answer);
        assertThat(refusal.path("error").asText()).isEqualTo("invalid_request");
        assertThat(refusal.path("fields").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("clientId", "flow", "brandOrigins", "livePersonKey");
        assertThat(refusal.path("error_description").asText())
                .contains("https")
                .doesNotContain("garbage");
        assertThat(realm.admin().clients().findByClientId("faulty client")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "null", "\"code\""})
    @DisplayName("a body that is not a JSON object is refused")
    void noObject(String body) {
        Reply answer = api.post("liveperson/clients", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(AdminApi.json(answer).path("error_description").asText())
                .isEqualTo("Send a JSON object.");
    }

    @Test
    @DisplayName("a client that exists is a conflict")
    void conflict() {
        create("twice");
        Reply answer =
                api.post("liveperson/clients", "{\"clientId\":\"twice\",\"flow\":\"implicit\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(AdminApi.json(answer).at("/fields/clientId").asText()).contains("twice");
        assertThat(realm.admin().clients().findByClientId("twice"))
                .singleElement()
                .satisfies(client -> assertThat(client.isImplicitFlowEnabled()).isFalse());
    }

    @Test
    @DisplayName("the overview lists LivePerson's clients and no others, with version and status")
    void overview() {
        create("listed");
        realm.codeClient("not-listed");
        JsonNode overview = AdminApi.json(api.get("liveperson"));
        assertThat(overview.path("version").asText()).isNotEmpty();
        assertThat(overview.path("clients").findValuesAsText("clientId"))
                .contains("listed")
                .doesNotContain("not-listed", "account");
        assertThat(overview.path("clients").findValuesAsText("status")).containsOnly("warn");
    }

    @Test
    @DisplayName("an unknown client is not found")
    void unknown() {
        assertThat(api.get("liveperson/clients/no-such-id").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("an admin event says who created which client, without its secret")
    void adminEvent() {
        RealmEventsConfigRepresentation events = new RealmEventsConfigRepresentation();
        events.setAdminEventsEnabled(true);
        events.setAdminEventsDetailsEnabled(true);
        events.setEventsListeners(List.of());
        realm.admin().updateRealmEventsConfig(events);
        JsonNode report = create("audited");
        assertThat(realm.admin().getAdminEvents())
                .filteredOn(
                        e -> e.getResourcePath().equals("clients/" + report.path("id").asText()))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.getOperationType()).isEqualTo("CREATE");
                            assertThat(event.getResourceType()).isEqualTo("CLIENT");
                            assertThat(event.getRepresentation())
                                    .contains("audited")
                                    .doesNotContain(report.at("/connector/clientSecret").asText());
                        });
    }

    private static JsonNode create(String clientId) {
        Reply answer =
                api.post(
                        "liveperson/clients",
                        "{\"clientId\":\"" + clientId + "\",\"flow\":\"code\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return AdminApi.json(answer);
    }
}
