package io.github.keycloakliveperson.it.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The login theme's pages in a real Keycloak, in windows of LivePerson's smallest width. */
@RealKeycloak
@RealChromium
@Tag("core")
@DisplayName("The login theme in a window of 320 pixels")
class LoginThemeBrowserIT {

    private static final int NARROW = 320;

    @AutoClose private static TestRealm realm;
    private static RelyingParty client;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = ThemedRealm.create(keycloak);
        client = new RelyingParty(realm, realm.codeClient("chat"));
        realm.user("consumer", Map.of());
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({
        "en, ltr, Sign in to chat, That did not work, Your sign-in has expired",
        "de, ltr, Für den Chat anmelden, Das hat nicht geklappt, Ihre Anmeldung ist abgelaufen",
        "fr, ltr, Se connecter pour discuter, Une erreur s’est produite, Votre connexion a expiré",
        "es, ltr, Iniciar sesión para chatear, Algo ha fallado, Su inicio de sesión ha caducado",
        "he, rtl, כניסה לצ׳אט, משהו השתבש, תוקף הכניסה פג",
        "ja, ltr, チャットにサインイン, エラーが発生しました, サインインの有効期限が切れました"
    })
    void login_error_and_expired_pages_fit_and_speak(
            String language,
            String direction,
            String login,
            String error,
            String expired,
            Browser chromium) {
        try (ChatWindow window = ChatWindow.open(chromium, NARROW, language, ColorScheme.LIGHT)) {
            expect(window.toLogin(client), language, direction, login, "login");
            window.signIn("consumer", "wrong");
            // beside the name or, up to 26.0, beside the password
            assertThat(window.page().locator(".kc-feedback-text").first().innerText()).isNotBlank();
            expect(window, language, direction, login, "wrong-password");
            expect(window.toExpiredStep(), language, direction, expired, "expired");
            assertThat(window.page().locator("#loginRestartLink").isVisible()).isTrue();
            expect(window.toError(realm), language, direction, error, "error");
        }
    }

    @Test
    void offers_to_begin_again_where_the_sign_in_has_expired(Browser chromium) {
        try (ChatWindow window = ChatWindow.open(chromium, NARROW, "en", ColorScheme.LIGHT)) {
            window.toLogin(client).toExpiredStep().page().click("#loginRestartLink");
            window.page().waitForSelector("#kc-login");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "LIGHT, 'rgb(11, 87, 208)', 'rgb(255, 255, 255)', 'rgb(238, 242, 247)'",
        "DARK, 'rgb(156, 194, 255)', 'rgb(11, 31, 63)', 'rgb(20, 23, 28)'"
    })
    void follows_the_color_scheme(
            ColorScheme scheme, String accent, String onAccent, String page, Browser chromium) {
        try (ChatWindow window = ChatWindow.open(chromium, NARROW, "en", scheme).toLogin(client)) {
            window.page().waitForSelector("#kc-login");
            window.page().mouse().move(0, 0);
            assertThat(window.style("#kc-login", "backgroundColor")).isEqualTo(accent);
            assertThat(window.style("#kc-login", "color")).isEqualTo(onAccent);
            assertThat(window.style("body", "backgroundColor")).isEqualTo(page);
            window.picture("scheme-" + scheme);
        }
    }

    @Test
    void is_a_card_in_a_window_of_a_desktop(Browser chromium) {
        try (ChatWindow window =
                ChatWindow.open(chromium, 1280, "en", ColorScheme.LIGHT).toLogin(client)) {
            double width = window.page().locator("main").boundingBox().width;
            assertThat(width).isBetween(380.0, 420.0);
            window.picture("desktop");
        }
    }

    private static void expect(
            ChatWindow window, String language, String direction, String title, String name) {
        assertThat(window.page().locator("#kc-page-title").innerText()).isEqualTo(title);
        assertThat(window.page().locator("html").getAttribute("dir")).isEqualTo(direction);
        assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(window.overflow()).as("pixels to the side of the %s page", name).isZero();
        window.picture(name + "-" + language);
    }
}
