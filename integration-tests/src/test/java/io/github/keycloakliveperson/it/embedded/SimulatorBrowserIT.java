package io.github.keycloakliveperson.it.embedded;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.demo.DemoWorld;
import io.github.keycloakliveperson.demo.setup.BrandSetup;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.Templates;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demo's brand site with the tag, and the simulated LivePerson's embedded window in its pages.
 */
@RealKeycloak
@RealChromium
@DisplayName("The simulator's embedded window")
class SimulatorBrowserIT {

    /** A loaded machine takes its time; in milliseconds. */
    private static final double PATIENCE = 90_000;

    private static final String CONSUMER = "demo-consumer";

    private static TestRealm realm;
    private static DemoWorld world;
    private static URI brand;
    private static Browser chromium;

    @AutoClose private BrowserContext context;
    private Page page;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak, Browser browser) {
        chromium = browser;
        brand = URI.create("http://localhost:" + LoopbackPort.free());
        URI cloud = URI.create("http://localhost:" + LoopbackPort.free());
        realm = Templates.realm(keycloak, Map.of("LIVEPERSON_BRAND_ORIGIN", brand.toString()));
        KeycloakSite site = new KeycloakSite(keycloak.baseUri(), keycloak.baseUri(), realm.name());
        world =
                DemoWorld.start(
                        new DemoWorld.Addresses(LoopbackPort.ADDRESS, brand, cloud),
                        site,
                        new BrandSetup(site, keycloak.adminUser(), keycloak.adminPassword()),
                        LivePersonKeyPair.generate("lpsso2026"));
    }

    @AfterAll
    static void tearDown() {
        world.close();
        realm.close();
    }

    @BeforeEach
    void freshBrowser() {
        context = chromium.newContext();
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.setDefaultNavigationTimeout(PATIENCE);
    }

    private void fillInLogin() {
        page.locator("#username").fill(CONSUMER);
        page.locator("#password").fill(CONSUMER);
        page.locator("#kc-login").click();
    }

    private void signInAtBrand(String connector) {
        page.navigate(brand + "/sign-in");
        fillInLogin();
        page.waitForURL(brand + "/account");
        page.navigate(brand + "/connector/" + connector);
    }

    private void chatIsOpen() {
        Locator greeting = page.frameLocator("#lp-window").locator("#main");
        assertThat(greeting)
                .containsText("Signed in as", new ContainsTextOptions().setTimeout(PATIENCE));
    }

    private void chatSays(String reason) {
        assertThat(page.locator("#lp-chat [role=status]"))
                .containsText(reason, new ContainsTextOptions().setTimeout(PATIENCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "liveperson-code-pkce",
                "liveperson-code",
                "liveperson-code-encrypted",
                "liveperson-implicit"
            })
    @DisplayName("knows a signed-in consumer, and again when the token has expired (L7, L31, L33)")
    void signedIn(String connector) {
        signInAtBrand(connector);
        page.locator("#lp-open").click();
        chatIsOpen();
        Response again =
                page.waitForResponse(
                        response -> response.url().endsWith("/answer"),
                        () -> page.locator("#lp-expire").click());
        org.assertj.core.api.Assertions.assertThat(again.text()).contains("\"accepted\":true");
        chatIsOpen();
    }

    @Test
    @DisplayName("offers the sign-in on a signed-out page, and returns to that page")
    void signedOut() {
        page.navigate(brand + "/signed-out");
        page.locator("#lp-open").click();
        chatSays("login_required");
        page.locator("#lp-sign-in").click();
        fillInLogin();
        page.waitForURL(brand + "/signed-out");
        page.locator("#lp-open").click();
        chatIsOpen();
    }

    @Test
    @DisplayName("notices at the next expiry that the session has ended (L7)")
    void ended() {
        signInAtBrand("liveperson-code-pkce");
        page.locator("#lp-open").click();
        chatIsOpen();
        String user = realm.admin().users().searchByUsername(CONSUMER, true).get(0).getId();
        realm.admin()
                .users()
                .get(user)
                .getUserSessions()
                .forEach(session -> realm.admin().deleteSession(session.getId(), false));
        page.locator("#lp-expire").click();
        chatSays("login_required");
    }
}
