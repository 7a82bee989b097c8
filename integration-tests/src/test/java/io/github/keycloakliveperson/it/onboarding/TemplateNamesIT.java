package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Templates whose placeholder a person filled with a realm's name as it is. */
@RealKeycloak
@Tag("core")
class TemplateNamesIT {

    @ParameterizedTest
    @ValueSource(strings = {"L\u00e4den", "Levi's", "Shop T", "shop~1"})
    @DisplayName("the realm template creates a realm that passes the checks and signs in")
    void realmTemplate(String name, KeycloakUnderTest keycloak) {
        try (TestRealm realm = Templates.realm(keycloak, name, Map.of())) {
            realm.user("consumer", Map.of());
            assertThat(realm.admin().toRepresentation().getRealm()).isEqualTo(name);
            for (String client : new String[] {"code", "code-pkce", "implicit"}) {
                assertThat(findings(realm, "liveperson-" + client)).containsOnlyKeys("issuer");
            }
            assertSignIn(realm, "liveperson-code");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"My Shop", "L\u00e4den 2", "O'Neil"})
    @DisplayName("a client template creates a client that passes the checks and signs in")
    void clientTemplate(String name, KeycloakUnderTest keycloak) {
        try (TestRealm realm = TestRealm.create(keycloak, r -> r.setRealm(name))) {
            realm.user("consumer", Map.of());
            AdminApi api = AdminApi.of(realm);
            AdminApi.expect(201, api.post("clients", Templates.client("code", name)));
            assertThat(findings(realm, "liveperson-code"))
                    .containsOnlyKeys("issuer", "brute-force", "email-verification");
            assertSignIn(realm, "liveperson-code");

            String partial = "{\"clients\":[" + Templates.client("implicit", name) + "]}";
            AdminApi.expect(200, api.post("partialImport", partial));
            assertThat(findings(realm, "liveperson-implicit"))
                    .containsOnlyKeys("issuer", "brute-force", "email-verification");
        }
    }

    private static Map<String, String> findings(TestRealm realm, String clientId) {
        return AdminApi.findings(AdminApi.of(realm).report(client(realm, clientId).getId()));
    }

    private static void assertSignIn(TestRealm realm, String clientId) {
        ClientRepresentation client = client(realm, clientId);
        WindowClient window =
                new WindowClient(
                        realm, new TestClient(client.getId(), clientId, client.getSecret()));
        String answer = window.window(new ConsumerBrowser(), window.rfc("code", "s", ""));
        JsonNode claims =
                window.redeem(WindowClient.raw(answer, "code"), WindowClient.WINDOW, Map.of())
                        .idTokenClaims();
        assertThat(claims.path("iss").asText()).isEqualTo(realm.issuer());
    }

    private static ClientRepresentation client(TestRealm realm, String clientId) {
        return realm.admin().clients().findByClientId(clientId).get(0);
    }
}
