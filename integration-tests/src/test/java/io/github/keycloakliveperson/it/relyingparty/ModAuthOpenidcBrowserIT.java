package io.github.keycloakliveperson.it.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.github.keycloakliveperson.it.harness.ForeignTool;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Debian's mod_auth_openidc in the implicit flow: its own page takes the id_token out of the
 * fragment, which LivePerson's form has no alternative to.
 */
@RealKeycloak
@RealChromium
@ForeignTool(
        needs = {Apache.EXECUTABLE, Apache.MODULE},
        install = Apache.INSTALL)
@DisplayName("In a browser, mod_auth_openidc")
class ModAuthOpenidcBrowserIT {

    @InjectRealm private static TestRealm realm;
    private static String consumer;

    @BeforeAll
    static void setUp() {
        consumer = realm.user("consumer", Map.of());
    }

    @ParameterizedTest(name = "at {0}")
    @EnumSource
    @DisplayName("signs a consumer in with an id_token in the fragment")
    void fragment(AuthorizationEndpoint endpoint, Browser chromium) {
        TemplateClient client =
                TemplateClient.create(realm, endpoint.name(), "\"flow\":\"implicit\"");

        try (ProtectedPage protectedPage =
                        ProtectedPage.open(client, endpoint, "OIDCResponseType id_token");
                BrowserContext context = chromium.newContext()) {
            context.setDefaultTimeout(40_000);
            Page page = context.newPage();
            page.navigate(protectedPage.address().toString());
            page.locator("#username").fill("consumer");
            page.locator("#password").fill(TestRealm.PASSWORD);
            Response shown =
                    page.waitForResponse(
                            answer ->
                                    answer.url().equals(protectedPage.address().toString())
                                            && answer.status() == 200,
                            () -> page.locator("#kc-login").click());

            assertThat(shown.text()).isEqualTo("signed in");
            assertThat(shown.headerValue("X-Issuer")).isEqualTo(realm.issuer());
            assertThat(shown.headerValue("X-Sub")).isEqualTo(consumer);
        }
    }
}
