package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a window's answer is bound to: one use, one browser, one realm, one client. */
@RealKeycloak
@Tag("core")
@DisplayName("An answer of the external window")
class WindowBindingIT {

    private static TestRealm realm;
    private static TestRealm otherRealm;
    private static WindowClient client;
    private static WindowClient otherClient;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak);
        otherRealm = TestRealm.create(keycloak);
        client = WindowClient.code(realm, "code", Map.of());
        otherClient = WindowClient.code(realm, "other", Map.of());
        realm.user("consumer", Map.of());
    }

    @AfterAll
    static void tearDown() {
        realm.close();
        otherRealm.close();
    }

    @Nested
    @DisplayName("belongs to the browser that began")
    class Browser {

        @Test
        @DisplayName("and to no other, which can't spoil it either")
        void otherBrowser() {
            ConsumerBrowser browser = signedIn();
            URI callback = callback(browser, client);

            refused(new ConsumerBrowser().get(callback));
            ConsumerBrowser forger = new ConsumerBrowser();
            forger.cookies()
                    .add(
                            realm.livePerson("callback"),
                            new java.net.HttpCookie(
                                    "LIVEPERSON_WINDOW_" + state(callback), "A".repeat(22)));
            refused(forger.get(callback));

            assertThat(location(browser.get(callback))).startsWith(WINDOW + "?code=");
        }

        @Test
        @DisplayName("once")
        void replay() {
            ConsumerBrowser browser = signedIn();
            URI callback = callback(browser, client);

            assertThat(location(browser.get(callback))).startsWith(WINDOW + "?code=");
            refused(browser.get(callback));
        }

        @Test
        @DisplayName("with several windows at once, answered in any order")
        void severalWindows() {
            ConsumerBrowser browser = signedIn();
            List<URI> callbacks =
                    java.util.stream.IntStream.range(0, 8)
                            .mapToObj(i -> callback(browser, client, "state-" + i))
                            .toList();

            for (int i : new int[] {7, 0, 3, 1, 2, 6, 5, 4}) {
                assertThat(location(browser.get(callbacks.get(i)))).endsWith("&state=state-" + i);
            }
        }

        @Test
        @DisplayName("whose abandoned windows don't pile up")
        void abandonedWindows() {
            ConsumerBrowser browser = new ConsumerBrowser();
            for (int i = 0; i < 30; i++) {
                browser.get(client.rfc("code", "abandoned-" + i, ""));
            }

            assertThat(browser.cookies().getCookies())
                    .filteredOn(c -> c.getName().startsWith("LIVEPERSON_WINDOW_"))
                    .hasSize(12);
        }

        @Test
        @DisplayName("by a cookie that scripts and other sites don't get")
        void cookie() {
            String cookie =
                    new ConsumerBrowser()
                            .get(client.rfc("code", STATE, ""))
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow();

            assertThat(cookie)
                    .contains("; HttpOnly", "; SameSite=Lax", "Max-Age=1800")
                    .contains("; Path=/realms/" + realm.name() + "/liveperson")
                    .as("plain http here")
                    .doesNotContain("Secure");
        }
    }

    @Test
    @DisplayName("belongs to its realm")
    void otherRealm() {
        ConsumerBrowser browser = signedIn();
        URI callback = callback(browser, client);
        List.copyOf(browser.cookies().getCookies())
                .forEach(
                        c -> {
                            c.setPath("/");
                            browser.cookies().add(realm.livePerson("callback"), c);
                        });

        refused(
                browser.get(
                        URI.create(
                                otherRealm.livePerson("callback") + "?" + callback.getRawQuery())));
        assertThat(location(browser.get(callback))).startsWith(WINDOW + "?code=");
    }

    @Test
    @DisplayName("takes no other client's code, and leaves that code alone")
    void otherClientsCode() {
        ConsumerBrowser browser = signedIn();
        String theirs = Query.of(callback(browser, otherClient).toString()).get("code");
        URI mine = callback(browser, client);

        assertThat(location(browser.get(withCode(mine, theirs))))
                .startsWith(WINDOW + "?error=server_error");
        assertThat(
                        otherClient
                                .redeem(theirs, realm.livePerson("callback").toString(), Map.of())
                                .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("takes no code that was issued for another address")
    void codeForAnotherAddress() {
        ConsumerBrowser browser = signedIn();
        String embedded =
                new RelyingParty(realm, client.client())
                        .signIn(browser, "consumer", Map.of())
                        .get("code");
        URI mine = callback(browser, client);

        assertThat(location(browser.get(withCode(mine, embedded))))
                .startsWith(WINDOW + "?error=server_error");
    }

    @Nested
    @DisplayName("holds a code")
    class Code {

        @Test
        @DisplayName("that is used once")
        void once() {
            String code = code();

            assertThat(client.redeem(code, WINDOW, Map.of()).status()).isEqualTo(200);
            assertThat(client.redeem(code, WINDOW, Map.of()).status()).isEqualTo(400);
        }

        @Test
        @DisplayName("for its redirect URI, to the character (K10)")
        void redirectUri() {
            assertThat(client.redeem(code(), WINDOW + "/", Map.of()).status()).isEqualTo(400);
            assertThat(client.redeem(code(), "https://liveperson.net", Map.of()).status())
                    .isEqualTo(400);
            assertThat(
                            client.redeem(code(), realm.livePerson("callback").toString(), Map.of())
                                    .status())
                    .isEqualTo(400);
        }

        @Test
        @DisplayName("for its client")
        void otherClient() {
            assertThat(otherClient.redeem(code(), WINDOW, Map.of()).status()).isEqualTo(400);
        }

        @Test
        @DisplayName("other than the one that stood in the callback's address")
        void spent() {
            ConsumerBrowser browser = signedIn();
            URI callback = callback(browser, client);
            String before = Query.of(callback.toString()).get("code");
            browser.get(callback);

            assertThat(client.redeem(before, WINDOW, Map.of()).status()).isEqualTo(400);
            assertThat(
                            client.redeem(before, realm.livePerson("callback").toString(), Map.of())
                                    .status())
                    .isEqualTo(400);
        }

        private String code() {
            return WindowClient.code(client.window(signedIn(), client.rfc("code", STATE, "")));
        }
    }

    @Test
    @DisplayName("dies with the realm's login timeout")
    void expiry() throws InterruptedException {
        RealmRepresentation settings = realm.admin().toRepresentation();
        ConsumerBrowser browser = signedIn();
        settings.setAccessCodeLifespanLogin(2);
        realm.admin().update(settings);
        try {
            HttpResponse<String> begun = browser.get(client.rfc("code", STATE, ""));
            Instant began = Instant.now();
            assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("Max-Age=2;");
            String cookie = begun.headers().firstValue("Set-Cookie").get().split(";")[0];
            URI stock = URI.create(location(begun));
            URI callback =
                    URI.create(
                            realm.livePerson("callback")
                                    + "?error=access_denied&state="
                                    + Query.of(stock.toString()).get("state"));
            while (Duration.between(began, Instant.now()).toMillis() < 4_000) {
                Thread.sleep(200);
            }
            refused(
                    new ConsumerBrowser()
                            .send(
                                    java.net.http.HttpRequest.newBuilder(callback)
                                            .header("Cookie", cookie)));
        } finally {
            settings.setAccessCodeLifespanLogin(1800);
            realm.admin().update(settings);
        }
    }

    private static ConsumerBrowser signedIn() {
        ConsumerBrowser browser = new ConsumerBrowser();
        client.window(browser, client.rfc("code", "first", ""));
        return browser;
    }

    private static URI callback(ConsumerBrowser browser, WindowClient window) {
        return callback(browser, window, STATE);
    }

    /** Goes up to the callback, and not into it. */
    private static URI callback(ConsumerBrowser browser, WindowClient window, String state) {
        String stock = location(browser.get(window.rfc("code", state, "")));
        return URI.create(location(browser.get(URI.create(stock))));
    }

    private static URI withCode(URI callback, String code) {
        return URI.create(
                realm.livePerson("callback")
                        + "?state="
                        + state(callback)
                        + "&code="
                        + Query.encode(code));
    }

    private static String state(URI callback) {
        return Query.of(callback.toString()).get("state");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains("open the chat window again");
    }
}
