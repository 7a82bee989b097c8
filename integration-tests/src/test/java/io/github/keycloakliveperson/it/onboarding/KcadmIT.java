package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a brand types (K28), with the {@code kcadm.sh} of Keycloak's own distribution. */
@RealKeycloak
class KcadmIT {

    @AutoClose private static TestRealm realm;
    private static Kcadm kcadm;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak, @TempDir Path directory) {
        realm = ProtectedRealm.create(keycloak);
        kcadm = Kcadm.loggedIn(keycloak, directory);
    }

    @Test
    @DisplayName("one command creates the client, others show connector and checks, and fix")
    void createAndGet() {
        Kcadm.Said created =
                kcadm.run(
                        "create",
                        "liveperson/clients",
                        "-r",
                        realm.name(),
                        "-s",
                        "clientId=liveperson",
                        "-s",
                        "flow=code");
        assertThat(created.exit()).as(created.text()).isZero();
        String id = created.text().replaceAll("(?s).*'([0-9a-f-]{36})'.*", "$1");

        Kcadm.Said shown = kcadm.run("get", "liveperson/clients/" + id, "-r", realm.name());
        assertThat(shown.exit()).as(shown.text()).isZero();
        assertThat(shown.text())
                .contains("\"jwtIssuer\" : \"" + realm.issuer() + "\"")
                .contains("\"id\" : \"issuer\"")
                .doesNotContain("\"fail\"");

        Kcadm.Said fixed =
                kcadm.run("create", "liveperson/clients/" + id + "/fix", "-r", realm.name(), "-o");
        assertThat(fixed.exit()).as(fixed.text()).isZero();
        assertThat(fixed.text()).contains("\"fixed\" : [ ]", "\"id\" : \"issuer\"");

        Kcadm.Said overview = kcadm.run("get", "liveperson", "-r", realm.name());
        assertThat(overview.text()).contains("\"clientId\" : \"liveperson\"", "\"version\"");
    }

    @Test
    @DisplayName("lists and booleans can be set too")
    void everything() {
        Kcadm.Said created =
                kcadm.run(
                        "create",
                        "liveperson/clients",
                        "-r",
                        realm.name(),
                        "-s",
                        "clientId=liveperson-pkce",
                        "-s",
                        "flow=code",
                        "-s",
                        "pkce=true",
                        "-s",
                        "brandOrigins=[\"https://www.shop.example\"]",
                        "-o");
        assertThat(created.exit()).as(created.text()).isZero();
        assertThat(created.text()).contains("\"pkce\" : true", "https://www.shop.example");
    }

    @Test
    @DisplayName("the overview names the version, and the client whose settings need attention")
    void attention() throws Exception {
        ProtectedRealm.serveAt(realm, "https://login.brand.example");
        try {
            String id =
                    AdminApi.of(realm)
                            .create("{\"clientId\":\"older\",\"flow\":\"code\"}")
                            .path("id")
                            .asText();
            assertThat(status("older")).isEqualTo("pass");

            Kcadm.Said added =
                    kcadm.run(
                            "create",
                            "clients/" + id + "/protocol-mappers/models",
                            "-r",
                            realm.name(),
                            "-s",
                            "name=by an older version",
                            "-s",
                            "protocol=openid-connect",
                            "-s",
                            "protocolMapper=oidc-liveperson-customer-info-mapper",
                            "-s",
                            "config={\"customer.status\":\"tier\"}");
            assertThat(added.exit()).as(added.text()).isZero();

            assertThat(status("older")).isEqualTo("warn");
            assertThat(kcadm.run("get", "liveperson/clients/" + id, "-r", realm.name()).text())
                    .contains("has unknown settings, which do nothing: customer.status");
        } finally {
            ProtectedRealm.serveAt(realm, "");
        }
    }

    private static String status(String clientId) throws IOException {
        Kcadm.Said said = kcadm.run("get", "liveperson", "-r", realm.name());
        JsonNode overview = new ObjectMapper().readTree(said.text());
        assertThat(overview.path("version").asText()).isEqualTo(ServerSetup.extensionVersion());
        return StreamSupport.stream(overview.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(clientId))
                .findFirst()
                .orElseThrow()
                .path("status")
                .asText();
    }

    @Test
    @DisplayName("kcadm.sh shows a mistake, and its exit status isn't 0")
    void fault() {
        Kcadm.Said refused =
                kcadm.run("create", "liveperson/clients", "-r", realm.name(), "-s", "flow=hybrid");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.text()).contains("flow is code or implicit", "invalid_request");
    }
}
