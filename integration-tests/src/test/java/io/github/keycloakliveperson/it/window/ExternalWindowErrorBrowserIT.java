package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a consumer sees where a window can't be answered. */
@RealKeycloak
@RealChromium
@DisplayName("In a browser, an external window with a wrong address")
class ExternalWindowErrorBrowserIT {

    @Test
    @DisplayName("shows a page in the consumer's language, and doesn't redirect")
    void germanErrorPage(KeycloakUnderTest keycloak, Browser chromium) {
        try (TestRealm realm =
                        TestRealm.create(
                                keycloak,
                                r -> {
                                    r.setInternationalizationEnabled(true);
                                    r.setSupportedLocales(Set.of("en", "de"));
                                    r.setDefaultLocale("en");
                                });
                BrowserContext context =
                        chromium.newContext(new Browser.NewContextOptions().setLocale("de-DE"))) {
            WindowClient code = WindowClient.of(realm, "code", Map.of(), c -> {});
            Page page = context.newPage();
            page.navigate(
                    code.request("response_type=code&redirect_uri=https://evil.example/&state=s")
                            .toString());

            page.getByText("öffnen Sie das Chatfenster").waitFor();
            assertThat(page.url()).startsWith(realm.livePerson("authorize").toString());
        }
    }
}
