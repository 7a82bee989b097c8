package io.github.keycloakliveperson.it.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.demo.DemoWorld;
import io.github.keycloakliveperson.demo.setup.BrandSetup;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import io.github.keycloakliveperson.it.harness.Axe;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.Templates;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A realm from the realm template on a real Keycloak, with the demo's own servers around it. */
final class DemoStage implements AutoCloseable {

    static final String CONSUMER = "demo-consumer";
    private static final int TIMEOUT_MS = 30_000;

    final URI brand = URI.create("http://localhost:" + LoopbackPort.free());
    final URI cloud = URI.create("http://localhost:" + LoopbackPort.free());
    private final Axe axe = new Axe();
    final TestRealm realm;
    private final DemoWorld world;
    private final Browser chromium;

    DemoStage(KeycloakUnderTest keycloak, Browser browser) {
        chromium = browser;
        setDefaultAssertionTimeout(TIMEOUT_MS);
        realm =
                Templates.realm(
                        keycloak,
                        Map.of(
                                "LIVEPERSON_REALM_DISPLAY_NAME",
                                "Fernhill",
                                "LIVEPERSON_BRAND_ORIGIN",
                                brand.toString(),
                                "LIVEPERSON_WINDOW_URI",
                                cloud + "/le_unified_window/index.html"));
        var site = new KeycloakSite(keycloak.baseUri(), keycloak.baseUri(), realm.name());
        world =
                DemoWorld.start(
                        new DemoWorld.Addresses(LoopbackPort.ADDRESS, brand, cloud),
                        site,
                        new BrandSetup(site, keycloak.adminUser(), keycloak.adminPassword()),
                        LivePersonKeyPair.generate("lpsso2026"));
    }

    @Override
    public void close() {
        world.close();
        realm.close();
    }

    BrowserContext context(int width, int height, ColorScheme scheme) {
        var opened =
                chromium.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setColorScheme(scheme));
        opened.setDefaultTimeout(TIMEOUT_MS);
        return opened;
    }

    static void typeIn(Page page) {
        page.locator("#username").fill(CONSUMER);
        page.locator("#password").fill(CONSUMER);
        page.locator("#kc-login").click();
    }

    Page signedIn(BrowserContext in) {
        Page page = in.newPage();
        page.navigate(brand + "/sign-in");
        typeIn(page);
        page.waitForURL(brand + "/account");
        return page;
    }

    /** Opens an external window and waits until LivePerson has decided. */
    Page window(BrowserContext in, String connector, String dialect) {
        Page page = in.newPage();
        page.navigate(
                cloud
                        + "/le_unified_window/index.html?connector="
                        + connector
                        + "&dialect="
                        + dialect);
        page.waitForSelector("#result:not([hidden]), #username");
        if (page.locator("#username").count() > 0) {
            typeIn(page);
        }
        assertThat(page.locator("#result")).isVisible(visible());
        return page;
    }

    static IsVisibleOptions visible() {
        return new IsVisibleOptions().setTimeout(TIMEOUT_MS);
    }

    static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    void accessible(Page page) {
        assertThat(axe.seriousFaults(page)).as(page.url()).isEmpty();
        var sideways =
                page.evaluate(
                        "() => document.documentElement.scrollWidth"
                                + " > document.documentElement.clientWidth");
        assertThat(sideways).as("scrolls sideways: " + page.url()).isEqualTo(false);
    }
}
