package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** The realm template, imported both ways into a server of its own, under other names. */
@RealKeycloak
@Tag("operations") // minutes: each command starts a JVM
class RealmImportIT {

    private static final Path TEMPLATE = Templates.DIRECTORY.resolve("liveperson-realm.json");

    @Test
    @DisplayName("kc.sh import and --import-realm create realms that pass the checks (K29)")
    void imports(KeycloakUnderTest shared, @TempDir Path home) throws Exception {
        Path distribution = ((KeycloakProcess) shared).server().home();
        Kcadm.Said imported =
                new Kcadm(distribution.resolve("bin"), home.resolve("none"))
                        .script(
                                "cp -r $FROM/bin $FROM/lib $FROM/conf $FROM/providers ."
                                        + " && bin/kc.sh import --file=$TEMPLATE"
                                        // an import makes the master realm, but nobody in it
                                        + " && bin/kc.sh bootstrap-admin user --username admin"
                                        + " --password:env ADMIN_PASSWORD",
                                home,
                                Map.of(
                                        "FROM",
                                        distribution.toString(),
                                        "TEMPLATE",
                                        TEMPLATE.toAbsolutePath().toString(),
                                        "LIVEPERSON_REALM",
                                        "Levi's",
                                        "ADMIN_PASSWORD",
                                        KeycloakServer.ADMIN));
        assertThat(imported.exit()).as(imported.text()).isZero();

        KeycloakConfiguration configuration =
                KeycloakConfiguration.standard()
                        .withVersion(shared.version())
                        .withProvider(ServerSetup.extensionJar())
                        .withHome(home)
                        .withRealm(TEMPLATE)
                        .withEnvironment("LIVEPERSON_REALM", "Shop T")
                        .withEnvironment("LIVEPERSON_BRAND_ORIGIN", "https://www.shop.example")
                        .withEnvironment("LIVEPERSON_ID_TOKEN_LIFESPAN", "7200")
                        .withStartLimit(Duration.ofMinutes(9));
        try (KeycloakServer server = KeycloakServer.start(configuration)) {
            assertImported(server, "Levi's", "https://www.brand.example", 3600);
            assertImported(server, "Shop T", "https://www.shop.example", 7200);
        }
    }

    private static void assertImported(
            KeycloakServer server, String name, String origin, int lifespan) {
        TestRealm realm = TestRealm.existing(new KeycloakProcess(server), name);
        assertThat(realm.admin().clientScopes().findAll())
                .extracting(ClientScopeRepresentation::getName)
                .as("Keycloak's own scopes beside ours")
                .contains("liveperson", "basic", "profile", "email", "roles", "web-origins");
        assertThat(realm.admin().keys().getKeyMetadata().getActive()).containsKey("RS256");
        realm.user("consumer", Map.of("cstatus", List.of("gold"), "balance", List.of("-400.99")));
        for (String template : List.of("code", "code-pkce", "implicit")) {
            ClientRepresentation client =
                    realm.admin().clients().findByClientId("liveperson-" + template).get(0);
            JsonNode report = AdminApi.of(realm).report(client.getId());
            assertThat(AdminApi.findings(report)).isEqualTo(Map.of("issuer", "warn"));
            assertThat(client.getWebOrigins()).containsExactly(origin);
            // Keycloak makes it: an older one of 32 characters
            assertThat(client.getSecret()).as("K29").matches("[A-Za-z0-9]{32,}");
        }
        assertSignIn(realm, lifespan);
        realm.close();
    }

    private static void assertSignIn(TestRealm realm, int lifespan) {
        ClientRepresentation client =
                realm.admin().clients().findByClientId("liveperson-code").get(0);
        JsonNode claims =
                new RelyingParty(
                                realm,
                                new TestClient(
                                        client.getId(), client.getClientId(), client.getSecret()))
                        .tokens("consumer")
                        .idTokenClaims();
        assertThat(claims.at("/lp_sdes/0/info/cstatus").asText()).as("K20").isEqualTo("gold");
        assertThat(claims.at("/lp_sdes/0/info/balance").asDouble()).isEqualTo(-400.99);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(lifespan);
    }
}
