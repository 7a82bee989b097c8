package io.github.keycloakliveperson.it.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestRealm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a brand may change about the login theme, through the environment of a real Keycloak. The
 * logo is a picture that every supported Keycloak has among its login themes' own.
 */
@RealKeycloak(
        environment = {
            "LIVEPERSON_ACCENT_COLOR=#7a1fa2",
            "LIVEPERSON_BACKGROUND_COLOR=#fff8e1",
            "LIVEPERSON_LOGO=img/keycloak-bg.png",
            "LIVEPERSON_LOGO_HEIGHT=32px"
        })
@RealChromium
@DisplayName("A brand's login theme")
class BrandedLoginThemeBrowserIT {

    @Test
    void has_the_brands_colors_and_logo_beside_the_realms_name(
            KeycloakUnderTest keycloak, Browser chromium) {
        try (TestRealm realm =
                        TestRealm.create(
                                keycloak,
                                settings -> {
                                    settings.setLoginTheme("liveperson-window");
                                    settings.setDisplayName("Fernhill Outdoor");
                                });
                ChatWindow window = ChatWindow.open(chromium, 320, "en", ColorScheme.LIGHT)) {
            window.toLogin(new RelyingParty(realm, realm.codeClient("chat")));

            assertThat(window.style("#kc-login", "backgroundColor")).isEqualTo("rgb(122, 31, 162)");
            assertThat(window.style("body", "backgroundColor")).isEqualTo("rgb(255, 248, 225)");
            assertThat(window.style("#kc-header-wrapper", "height")).isEqualTo("32px");
            String logo = window.style("#kc-header-wrapper", "backgroundImage");
            assertThat(logo)
                    .matches("url\\(\"http.*/login/liveperson-window/img/keycloak-bg.png\"\\)");
            assertThat(window.page().request().get(logo.substring(5, logo.length() - 2)).status())
                    .isEqualTo(200);
            assertThat(window.page().locator("#kc-header-wrapper").textContent())
                    .isEqualTo("Fernhill Outdoor");
            window.picture("brand");
        }
    }
}
