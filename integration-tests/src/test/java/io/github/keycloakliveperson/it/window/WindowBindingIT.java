package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static io.github.keycloakliveperson.it.window.WindowReturn.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.CookieJar;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a window's answer is bound to: one use, one browser, one realm, the login timeout. */
@RealKeycloak
@Tag("core")
@DisplayName("An answer of the external window")
class WindowBindingIT {

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    @AutoClose private static TestRealm otherRealm;
    private static WindowClient client;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        otherRealm = TestRealm.create(keycloak);
        client = WindowClient.code(realm, "code", Map.of());
    }

    @Nested
    @DisplayName("belongs to the browser that began the sign-in")
    class Browser {

        @Test
        @DisplayName("belongs to no other browser, which can't spoil it either")
        void otherBrowser() {
            WindowReturn begun = begin();

            assertRefused(new ConsumerBrowser().get(begun.callback()));
            ConsumerBrowser forger = new ConsumerBrowser();
            forger.cookies()
                    .put("localhost", "LIVEPERSON_WINDOW_" + begun.handle(), "A".repeat(22));
            assertRefused(forger.get(begun.callback()));

            assertThat(begun.finish().location()).startsWith(WINDOW + "?code=");
        }

        @Test
        @DisplayName("is given once")
        void replay() {
            WindowReturn begun = begin();

            assertThat(begun.finish().location()).startsWith(WINDOW + "?code=");
            assertRefused(begun.finish());
        }

        @Test
        @DisplayName("works with several windows at once, answered in any order")
        void severalWindows() {
            ConsumerBrowser browser = WindowReturn.signedIn(client);
            List<WindowReturn> begun =
                    IntStream.range(0, 8)
                            .mapToObj(i -> WindowReturn.of(client, browser, "state-" + i))
                            .toList();

            for (int i : new int[] {7, 0, 3, 1, 2, 6, 5, 4}) {
                assertThat(begun.get(i).finish().location()).endsWith("&state=state-" + i);
            }
        }

        @Test
        @DisplayName("doesn't pile up cookies of abandoned windows")
        void abandonedWindows() {
            ConsumerBrowser browser = new ConsumerBrowser();
            for (int i = 0; i < 30; i++) {
                browser.get(client.rfc("code", "abandoned-" + i, ""));
            }

            assertThat(browser.cookies().all())
                    .filteredOn(c -> c.name().startsWith("LIVEPERSON_WINDOW_"))
                    .hasSize(12);
        }

        @Test
        @DisplayName("is bound by a cookie that scripts and other sites don't get")
        void cookie() {
            assertThat(
                            WindowReturn.cookieOf(
                                    new ConsumerBrowser().get(client.rfc("code", STATE, ""))))
                    .contains("; HttpOnly", "; SameSite=Lax", "Max-Age=1800")
                    .contains("; Path=/realms/" + realm.name() + "/liveperson")
                    .as("plain http here")
                    .doesNotContain("Secure");
        }

        @Test
        @DisplayName("is bound by a cookie that is sent only over https if Keycloak uses https")
        void secureCookie(KeycloakUnderTest keycloak) {
            String https = "https://login.brand.example";
            try (TestRealm secure =
                    TestRealm.create(
                            keycloak, r -> r.setAttributes(Map.of("frontendUrl", https)))) {
                WindowClient window =
                        WindowClient.of(
                                secure,
                                "code",
                                Map.of(),
                                c ->
                                        c.setRedirectUris(
                                                List.of(
                                                        WINDOW,
                                                        https
                                                                + secure.livePerson("callback")
                                                                        .getPath())));
                Reply answer = new ConsumerBrowser().get(window.rfc("code", STATE, ""));

                assertThat(answer.body()).contains(https + "/realms/");
                assertThat(WindowReturn.cookieOf(answer))
                        .contains("; HttpOnly", "; SameSite=Lax", "; Secure");
            }
        }
    }

    @Test
    @DisplayName("belongs to its realm")
    void otherRealm() {
        WindowReturn begun = begin();
        CookieJar cookies = begun.browser().cookies();
        cookies.all().forEach(c -> cookies.put(c.host(), c.name(), c.value()));

        assertRefused(
                begun.browser()
                        .get(
                                URI.create(
                                        otherRealm.livePerson("callback")
                                                + "?"
                                                + begun.callback().getRawQuery())));
        assertThat(begun.finish().location()).startsWith(WINDOW + "?code=");
    }

    @Test
    @DisplayName("expires with the realm's login timeout")
    void expiry() throws InterruptedException {
        loginTimeout(2);
        try {
            Reply begun = new ConsumerBrowser().get(client.rfc("code", STATE, ""));
            Instant began = Instant.now();
            assertThat(WindowReturn.cookieOf(begun)).contains("Max-Age=2;");
            URI callback =
                    URI.create(
                            realm.livePerson("callback")
                                    + "?error=access_denied&state="
                                    + WindowReturn.handleOf(begun));
            while (Duration.between(began, Instant.now()).toMillis() < 4_000) {
                Thread.sleep(200);
            }
            assertRefused(
                    new ConsumerBrowser()
                            .send(
                                    HttpRequest.newBuilder(callback)
                                            .header(
                                                    "Cookie",
                                                    WindowReturn.cookieOf(begun).split(";")[0])));
        } finally {
            loginTimeout(1800);
        }
    }

    private static void loginTimeout(int seconds) {
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.setAccessCodeLifespanLogin(seconds);
        realm.admin().update(settings);
    }

    private static WindowReturn begin() {
        return WindowReturn.of(client, WindowReturn.signedIn(client), STATE);
    }
}
