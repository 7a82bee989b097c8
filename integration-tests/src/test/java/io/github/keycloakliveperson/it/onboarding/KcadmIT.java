package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Path;
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
    @DisplayName("one line makes the client, another shows the connector and the checks")
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

        Kcadm.Said overview = kcadm.run("get", "liveperson", "-r", realm.name());
        assertThat(overview.text()).contains("\"clientId\" : \"liveperson\"", "\"version\"");
    }

    @Test
    @DisplayName("lists and switches can be given too")
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
    @DisplayName("a fault is shown by kcadm.sh too, and its exit status says so")
    void fault() {
        Kcadm.Said refused =
                kcadm.run("create", "liveperson/clients", "-r", realm.name(), "-s", "flow=hybrid");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.text()).contains("flow is code or implicit", "invalid_request");
    }
}
