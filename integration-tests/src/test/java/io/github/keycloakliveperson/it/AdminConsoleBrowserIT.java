package io.github.keycloakliveperson.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an admin sees in the Admin console of a real Keycloak with the packaged JAR. */
@RealKeycloak
@RealChromium
class AdminConsoleBrowserIT {

    @Test
    @DisplayName("the provider info lists the LivePerson mappers with their version")
    void providerInfo(KeycloakUnderTest keycloak, Browser chromium) {
        try (BrowserContext context =
                chromium.newContext(new Browser.NewContextOptions().setViewportSize(1400, 900))) {
            Page page = context.newPage();
            page.setDefaultTimeout(60_000);
            page.navigate(keycloak.baseUri() + "/admin/master/console/#/master/providers");
            page.getByLabel("Username").fill(keycloak.adminUser());
            page.locator("#password").fill(keycloak.adminPassword());
            page.locator("#kc-login").click();
            page.waitForURL("**/admin/master/console/**");
            page.navigate(keycloak.baseUri() + "/admin/master/console/#/master/providers");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Provider info"))
                    .click();
            page.getByPlaceholder("Search").fill("protocol-mapper");
            page.getByPlaceholder("Search").press("Enter");
            assertThat(page.getByText("oidc-liveperson-window-mapper")).isVisible();
            page.locator("text=oidc-liveperson-window-mapper >> xpath=following::button[1]")
                    .click();
            assertThat(page.locator("td:visible:has-text('1.0.0')").first()).isVisible();
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "provider-info.png")));
        }
    }
}
