package io.github.keycloakliveperson.it.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.github.keycloakliveperson.it.harness.Axe;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages a consumer can meet on the way into the chat, each looked at with axe-core. */
@RealKeycloak
@RealChromium
@Tag("core")
@DisplayName("The login theme without serious accessibility faults")
class LoginThemeAccessibilityBrowserIT {

    private static final int NARROW = 320;
    private static final Axe AXE = new Axe();

    @AutoClose private static TestRealm realm;
    private static RelyingParty client;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = ThemedRealm.create(keycloak);
        client = new RelyingParty(realm, realm.codeClient("chat"));
    }

    @ParameterizedTest(name = "in {0}, {1}")
    @CsvSource({"en, LIGHT", "he, DARK"})
    void every_page_of_a_login(String language, ColorScheme scheme, Browser chromium) {
        try (ChatWindow window = ChatWindow.open(chromium, NARROW, language, scheme)) {
            String user = newcomer("newcomer-" + language);
            window.toLogin(client);
            accessible(window, "#kc-form-login", language);
            window.page().click("a[href*=reset-credentials]");
            accessible(window, "#kc-reset-password-form", language);
            window.toLogin(client).page().click("a[href*=registration]");
            accessible(window, "#kc-register-form", language);
            window.toLogin(client).signIn(user, "wrong");
            accessible(window, ".kc-feedback-text", language);
            window.toExpiredStep();
            accessible(window, "#loginRestartLink", language);
            window.toError(realm);
            accessible(window, "#kc-error-message", language);

            window.toLogin(client).signIn(user, TestRealm.PASSWORD);
            accessible(window, "#kc-passwd-update-form", language);
            window.page().fill("#password-new", "one-password");
            window.page().fill("#password-confirm", "another-password");
            window.page().click("#kc-passwd-update-form [type=submit]");
            accessible(window, "#kc-passwd-update-form .kc-feedback-text", language);
        }
    }

    /** Somebody who has to change the password first. */
    private static String newcomer(String name) {
        var user = realm.admin().users().get(realm.user(name, Map.of()));
        var changed = user.toRepresentation();
        changed.setRequiredActions(List.of("UPDATE_PASSWORD"));
        user.update(changed);
        return name;
    }

    private static void accessible(ChatWindow window, String what, String language) {
        window.page().locator(what).first().waitFor();
        window.picture("accessible-" + language + what.replaceAll("\\W+", "-"));
        assertThat(AXE.seriousFaults(window.page())).as(what).isEmpty();
        assertThat(window.overflow()).as("pixels to the side of %s", what).isZero();
    }
}
