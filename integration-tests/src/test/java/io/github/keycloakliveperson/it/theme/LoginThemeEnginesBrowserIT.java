package io.github.keycloakliveperson.it.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.browser.ConsumerWindow;
import io.github.keycloakliveperson.it.harness.browser.Engine;
import io.github.keycloakliveperson.it.harness.browser.EveryEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

/**
 * The login theme in each engine. A window of 320 pixels is a frame here, which Keycloak allows its
 * own pages: no browser of a desktop makes its window that narrow.
 */
@RealKeycloak
@DisplayName("In 320 pixels, the login theme")
class LoginThemeEnginesBrowserIT {

    private static final String FRAME =
            """
            void (() => {
              const frame = document.createElement('iframe');
              frame.style.cssText = 'width: 320px; height: 600px; border: 0';
              frame.src = '%s';
              document.body.append(frame);
            })()
            """;

    private static final String WRONG_PASSWORD =
            """
            void (() => {
              const page = frames[0].document;
              page.querySelector('#username').value = 'consumer';
              page.querySelector('#password').value = 'wrong';
              page.querySelector('#kc-login').click();
            })()
            """;

    /** Language, direction, width, and what stands outside of it to the side. */
    private static final String MEASURES =
            """
            (page => [page.lang, page.dir, frames[0].innerWidth, page.scrollWidth - page.clientWidth])
                (frames[0].document.documentElement)
            """;

    private static final int NARROW = 320;

    @AutoClose private static TestRealm realm;
    private static RelyingParty client;
    private static ConsumerWindow window;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = ThemedRealm.create(keycloak);
        client = new RelyingParty(realm, realm.codeClient("chat"));
        realm.user("consumer", Map.of());
    }

    @EveryEngine
    @DisplayName("fits, before and after a wrong password")
    void fits(Engine engine) {
        engine.require();
        window = engine.shared().open();
        fits("en", "ltr", "Sign in to chat");
        fits("de", "ltr", "Für den Chat anmelden");
        fits("he", "rtl", "כניסה לצ׳אט");
    }

    private static void fits(String language, String direction, String title) {
        window.navigate(realm.issuer());
        window.evaluate(
                FRAME.formatted(client.authorizationRequest(Map.of("ui_locales", language))));
        window.waitFor("frames[0].document.querySelector('#kc-login')");
        expect(language, direction, title);

        window.evaluate(WRONG_PASSWORD);
        window.waitFor("frames[0].document.querySelector('.kc-feedback-text')");
        expect(language, direction, title);
    }

    private static void expect(String language, String direction, String title) {
        window.waitFor("frames[0].document.readyState === 'complete'");
        assertThat(window.evaluate(MEASURES)).isEqualTo(List.of(language, direction, NARROW, 0));
        assertThat(window.evaluate("frames[0].document.querySelector('#kc-page-title').innerText"))
                .isEqualTo(title);
    }
}
