package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Each client template, by each way of import, in a realm other than the template's. */
@RealKeycloak
class ClientImportIT {

    @AutoClose private TestRealm realm;
    private AdminApi api;

    @BeforeEach
    void setUp(KeycloakUnderTest keycloak) {
        realm = ProtectedRealm.create(keycloak);
        ProtectedRealm.serveAt(realm, "https://login.shop.example");
        api = AdminApi.of(realm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "code-pkce", "implicit"})
    @DisplayName("\"Import client\" in the console, which is POST /clients")
    void importClient(String template) {
        assertThat(api.post("clients", Templates.client(template, realm.name())).status())
                .isEqualTo(201);
        assertFaultless("liveperson-" + template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "code-pkce", "implicit"})
    @DisplayName("partial import")
    void partialImport(String template) {
        String body =
                "{\"ifResourceExists\":\"FAIL\",\"clients\":["
                        + Templates.client(template, realm.name())
                        + "]}";
        assertThat(api.post("partialImport", body).status()).isEqualTo(200);
        assertFaultless("liveperson-" + template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "code-pkce", "implicit"})
    @DisplayName("kcadm.sh create clients -f")
    void kcadm(String template, KeycloakUnderTest keycloak, @TempDir Path directory)
            throws Exception {
        Path file = directory.resolve("client.json");
        Files.writeString(file, Templates.client(template, realm.name()));
        Kcadm.Said said =
                Kcadm.loggedIn(keycloak, directory)
                        .run("create", "clients", "-r", realm.name(), "-f", file.toString());
        assertThat(said.exit()).as(said.text()).isZero();
        assertFaultless("liveperson-" + template);
    }

    @Test
    @DisplayName("a template that was imported without the realm's name fails a check")
    void placeholderLeft() throws Exception {
        String template =
                Files.readString(Templates.DIRECTORY.resolve("clients").resolve("code.json"));
        assertThat(api.post("clients", template).status()).isEqualTo(201);
        assertThat(AdminApi.findings(api.report(client("liveperson-code").getId())))
                .containsEntry("redirect-uris", "fail")
                .containsEntry("callback", "fail");
    }

    private void assertFaultless(String clientId) {
        ClientRepresentation client = client(clientId);
        JsonNode report = api.report(client.getId());
        assertThat(AdminApi.findings(report)).isEmpty();
        // Keycloak makes it: an older one of 32 characters
        assertThat(client.getSecret()).as("K11").matches("[A-Za-z0-9]{32,}");
        assertThat(client.getRedirectUris()).hasSize(6).noneMatch(uri -> uri.contains("$"));
    }

    private ClientRepresentation client(String clientId) {
        return realm.admin().clients().findByClientId(clientId).get(0);
    }
}
