package io.github.keycloakliveperson.it.onboarding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

/** The connector values in the console of a real Keycloak, in a real browser. */
@RealKeycloak
@RealChromium
class ConnectorDialogBrowserIT {

    @AutoClose private static TestRealm realm;
    private static String id;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = ProtectedRealm.create(keycloak);
        id =
                AdminApi.of(realm)
                        .create("{\"clientId\":\"liveperson\",\"flow\":\"code\"}")
                        .path("id")
                        .asText();
        ClientRepresentation client = realm.admin().clients().get(id).toRepresentation();
        client.getRedirectUris().removeIf(uri -> uri.endsWith("/callback"));
        realm.admin().clients().get(id).update(client);
    }

    @Test
    @DisplayName("Action, Download adapter config, LivePerson connector: readable as text")
    void dialog(KeycloakUnderTest keycloak, Browser chromium) {
        String client =
                keycloak.baseUri()
                        + "/admin/master/console/#/"
                        + realm.name()
                        + "/clients/"
                        + id
                        + "/settings";
        try (BrowserContext context =
                chromium.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            Page page = context.newPage();
            page.setDefaultTimeout(60_000);
            page.navigate(client);
            page.getByLabel("Username").fill(keycloak.adminUser());
            page.locator("#password").fill(keycloak.adminPassword());
            page.locator("#kc-login").click();
            page.waitForURL("**/admin/master/console/**");
            page.navigate(client);
            page.getByTestId("action-dropdown").click();
            page.getByText("Download adapter config").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.locator("#details").waitFor();
            page.locator("button#type").click();
            // the list is outside the dialog, which hides all else from assistive technology
            page.locator("[role=option]:has-text('LivePerson connector')").first().click();
            Locator text = dialog.locator("#details");
            assertThat(text).hasValue(Pattern.compile("JWT issuer: " + realm.issuer() + "\n"));
            assertThat(text).hasValue(Pattern.compile("Client Secret: [A-Za-z0-9]+\n"));
            assertThat(text)
                    .hasValue(
                            Pattern.compile(
                                    "\nChecks: [0-9]+ of [0-9]+ pass\n(.*\n)+"
                                            + "FAIL callback: [^\n]+\nFix: Add the redirect URI "
                                            + realm.livePerson("callback")
                                            + "[.]\n"));
            assertThat(text).hasValue(Pattern.compile("\nWARN issuer: [^\n]+\nFix: [^\n]+\n"));
            // all of it, which nobody has to scroll for on a picture
            text.evaluate("area => { area.style.height = area.scrollHeight + 'px'; }");
            page.setViewportSize(1280, 1500);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "liveperson-connector.png")));
        }
    }
}
