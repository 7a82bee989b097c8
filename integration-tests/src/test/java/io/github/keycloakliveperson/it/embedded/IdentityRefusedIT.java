package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets nothing from the identity endpoint of a real Keycloak. */
@Tag("core")
@RealKeycloak
@DisplayName("identity returns to others")
class IdentityRefusedIT {

    private static final String ORIGIN = "https://www.brand.example";

    @InjectRealm private static TestRealm realm;
    private static TestClient brand;

    private AskingPage page;

    @BeforeAll
    static void setUp() {
        brand = BrandClient.open(realm, "brand", ORIGIN, "+");
        BrandClient.open(realm, "star", "*");
        BrandClient.open(realm, "plus", "+");
        BrandClient.without(realm, "stock", c -> c.setWebOrigins(List.of(ORIGIN)));
    }

    @BeforeEach
    void freshBrowser() {
        page = AskingPage.inFreshBrowser(realm, brand);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://www.brand.example",
                "https://www.brand.example:8443",
                "https://www.brand.example.evil.example",
                "null",
                "*"
            })
    @DisplayName("no data and no CORS headers: to another origin")
    void otherOrigin(String origin) {
        page.signIn("other-" + Integer.toHexString(origin.hashCode()), Map.of());

        refused(page.ask("brand", "Origin", origin, "Sec-Fetch-Site", "cross-site"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "cross-site", "same-site", "same-origin"})
    @DisplayName("nor without an origin: to a navigation, script tag or image")
    void noOrigin(String site) {
        page.signIn("no-origin-" + site, Map.of());

        refused(page.ask("brand", "Sec-Fetch-Site", site), 403);
        refused(page.ask("brand"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"star", "plus"})
    @DisplayName("nor because of * and +, whatever they mean elsewhere")
    void wildcards(String clientId) {
        page.signIn("wild-" + clientId, Map.of());

        refused(page.ask(clientId, "Origin", ORIGIN), 403);
        refused(page.ask(clientId, "Origin", "https://liveperson.net"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock", "unknown", "account"})
    @DisplayName("nor for a client without the window mapper")
    void otherClient(String clientId) {
        page.signIn("for-" + clientId, Map.of());

        refused(page.ask(clientId, "Origin", ORIGIN), 404);
    }

    private void refused(Reply answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        assertThat(answer.body()).doesNotContain("sub", realm.issuer());
    }
}
