package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.CookieJar;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.idm.UserSessionRepresentation;

/** The identity endpoint of a real Keycloak doesn't change sessions. */
@Tag("core")
@RealKeycloak
@DisplayName("identity only reads")
class IdentitySessionsIT {

    private static final String ORIGIN = "https://www.brand.example";

    @InjectRealm private static TestRealm realm;
    private static TestClient brand;

    private AskingPage page;

    @BeforeAll
    static void setUp() {
        brand = BrandClient.open(realm, "brand", ORIGIN, "+");
        BrandClient.open(realm, "never-used", ORIGIN);
    }

    @BeforeEach
    void freshBrowser() {
        page = AskingPage.inFreshBrowser(realm, brand);
    }

    @Test
    @DisplayName("it doesn't create, extend or change a session")
    void untouched() {
        String user = page.signIn("asked-about", Map.of());
        UserSessionRepresentation before = onlySession(user);
        awaitSecondAfter(before.getLastAccess());

        for (String client : List.of("brand", "never-used", "brand")) {
            Reply answer = page.ask(client, "Origin", ORIGIN);
            assertThat(AskingPage.json(answer).get("sub").asText()).isEqualTo(user);
            assertThat(AskingPage.header(answer, "Set-Cookie")).isNull();
        }

        UserSessionRepresentation after = onlySession(user);
        assertThat(after.getLastAccess()).isEqualTo(before.getLastAccess());
        assertThat(after.getClients()).isEqualTo(before.getClients()).containsValue("brand");
        assertThat(realm.admin().clients().get(neverUsed()).getUserSessions(0, 10)).isEmpty();
    }

    @Test
    @DisplayName("a session that was ended elsewhere counts as nobody")
    void ended() {
        String user = page.signIn("ended", Map.of());
        realm.admin().deleteSession(onlySession(user).getId(), false);

        assertThat(page.ask("brand", "Origin", ORIGIN).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("a disabled consumer counts as nobody")
    void disabled() {
        String user = page.signIn("disabled", Map.of());
        UserRepresentation representation = realm.admin().users().get(user).toRepresentation();
        representation.setEnabled(false);
        realm.admin().users().get(user).update(representation);

        assertThat(page.ask("brand", "Origin", ORIGIN).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("a token of another kind is not accepted as SSO cookie, nor is a forged one")
    void otherToken() {
        page.signIn("impostor", Map.of());
        String idToken = new RelyingParty(realm, brand).tokens("impostor").idToken();

        CookieJar cookies = page.browser().cookies();
        String genuine = cookies.value("KEYCLOAK_IDENTITY");
        for (String value : List.of(idToken, genuine + "x", "garbage", "")) {
            cookies.put(realm.keycloak().baseUri().getHost(), "KEYCLOAK_IDENTITY", value);
            assertThat(page.ask("brand", "Origin", ORIGIN).status()).isEqualTo(204);
        }
    }

    private UserSessionRepresentation onlySession(String user) {
        List<UserSessionRepresentation> sessions =
                realm.admin().users().get(user).getUserSessions();
        assertThat(sessions).hasSize(1);
        return sessions.get(0);
    }

    private String neverUsed() {
        return realm.admin().clients().findByClientId("never-used").get(0).getId();
    }

    /** Keycloak counts in seconds: wait until a refresh would show. */
    private void awaitSecondAfter(long milliseconds) {
        while (System.currentTimeMillis() < milliseconds + 2000) {
            Thread.onSpinWait();
        }
    }
}
