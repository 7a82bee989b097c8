package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/** Keycloak's own rules of a sign-in hold for the window's, for Keycloak's own endpoint does it. */
@RealKeycloak
@Tag("core")
@DisplayName("A window's sign-in obeys")
class WindowSignInRulesIT {

    @AutoClose private static TestRealm realm;
    private static WindowClient code;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm =
                TestRealm.create(
                        keycloak,
                        r -> {
                            r.setBruteForceProtected(true);
                            r.setFailureFactor(2);
                            r.setEventsEnabled(true);
                        });
        code = WindowClient.code(realm, "code", Map.of());
        realm.user("consumer", Map.of());
    }

    @Test
    @DisplayName("the consumer's consent, which Keycloak asks for once")
    void consent() {
        WindowClient asking =
                WindowClient.of(realm, "asking", Map.of(), c -> c.setConsentRequired(true));
        ConsumerBrowser browser = new ConsumerBrowser();

        Reply page = asking.end(browser, asking.rfc("code", STATE, ""));
        Reply accepted =
                browser.submit(form(page, "form[action*=consent]"), Map.of("accept", "Yes"));
        String answer = asking.window(browser, URI.create(accepted.location()));
        assertAnswered(asking, answer);

        assertAnswered(asking, browser.get(asking.rfc("code", STATE, "")).location());
        assertThat(
                        asking.window(
                                WindowReturn.signedIn(code),
                                asking.rfc("code", STATE, "&prompt=consent%20none")))
                .startsWith(WINDOW + "?error=");
    }

    @Test
    @DisplayName("required actions")
    void requiredAction() {
        String id = realm.user("newcomer", Map.of());
        UserRepresentation newcomer = realm.admin().users().get(id).toRepresentation();
        newcomer.setRequiredActions(List.of("UPDATE_PASSWORD"));
        realm.admin().users().get(id).update(newcomer);
        ConsumerBrowser browser = new ConsumerBrowser();

        Reply page =
                browser.signIn(
                        code.rfc("code", STATE, ""),
                        realm.keycloak().baseUri(),
                        "newcomer",
                        TestRealm.PASSWORD);
        Reply changed =
                browser.submit(
                        form(page, "#kc-passwd-update-form"),
                        Map.of("password-new", "another", "password-confirm", "another"));

        assertAnswered(code, code.window(browser, URI.create(changed.location())));
    }

    @Test
    @DisplayName("a required action that is added while the consumer is signed in")
    void laterRequiredAction() {
        String id = realm.user("customer", Map.of());
        ConsumerBrowser browser = new ConsumerBrowser();
        browser.signIn(
                code.rfc("code", STATE, ""),
                realm.keycloak().baseUri(),
                "customer",
                TestRealm.PASSWORD);
        UserRepresentation customer = realm.admin().users().get(id).toRepresentation();
        customer.setRequiredActions(List.of("UPDATE_PASSWORD"));
        realm.admin().users().get(id).update(customer);

        Reply first = browser.get(code.rfc("code", STATE, ""));
        assertThat(first.location()).contains("/login-actions/required-action");
        assertThat(WindowReturn.handleOf(first)).as("the window waits").isNotBlank();
        assertThat(code.window(browser, code.rfc("code", STATE, "&prompt=none")))
                .startsWith(WINDOW + "?error=interaction_required");
    }

    @Test
    @DisplayName("max_age and prompt=login, which ask for the password again")
    void again() throws InterruptedException {
        ConsumerBrowser browser = WindowReturn.signedIn(code);

        assertThat(browser.get(code.rfc("code", STATE, "&max_age=10000")).status()).isEqualTo(302);
        assertThat(browser.get(code.rfc("code", STATE, "&prompt=login")).body())
                .contains("kc-form-login");
        assertAnswered(code, code.window(browser, code.rfc("code", STATE, "&prompt=login")));
        Reply page;
        long end = System.nanoTime() + 20_000_000_000L;
        do {
            // Keycloak counts whole seconds: the session's last sign-in has to be over one old
            page = browser.get(code.rfc("code", STATE, "&max_age=1"));
        } while (page.status() == 302 && System.nanoTime() < end);
        assertThat(page.body()).contains("kc-form-login");
    }

    @Test
    @DisplayName("brute force detection")
    void bruteForce() {
        realm.user("attacked", Map.of());
        ConsumerBrowser attacker = new ConsumerBrowser();
        for (int i = 0; i < 3; i++) {
            Reply page = attacker.get(code.rfc("code", STATE, ""));
            attacker.submit(
                    form(page, "#kc-form-login"),
                    Map.of("username", "attacked", "password", "wrong-" + i));
        }

        Reply refused =
                new ConsumerBrowser()
                        .proceed(
                                attacker.get(code.rfc("code", STATE, "")),
                                target -> true,
                                "attacked",
                                TestRealm.PASSWORD);

        assertThat(refused.header("Location")).isEmpty();
    }

    @Test
    @DisplayName("pushed authorization requests, if the client requires them")
    void pushed() {
        WindowClient pushing =
                WindowClient.of(
                        realm,
                        "pushing",
                        Map.of(),
                        c ->
                                c.getAttributes()
                                        .put("require.pushed.authorization.requests", "true"));

        assertThat(pushing.window(new ConsumerBrowser(), pushing.rfc("code", STATE, "")))
                .startsWith(WINDOW + "?error=invalid_request")
                .contains("Pushed")
                .endsWith("&state=" + STATE);
    }

    @Test
    @DisplayName("L37: the level of authentication in acr_values, and not more")
    void stepUp() {
        try (TestRealm levels = TestRealm.create(realm.keycloak())) {
            StepUpFlow.installIn(levels);
            levels.user("consumer", Map.of());
            WindowClient window = WindowClient.code(levels, "code", Map.of());
            ConsumerBrowser browser = new ConsumerBrowser();
            URI silver = window.rfc("code", STATE, "&acr_values=silver");
            URI gold = window.rfc("code", STATE, "&acr_values=gold");

            assertThat(acr(window, window.window(browser, silver))).isEqualTo("silver");
            assertThat(acr(window, browser.get(silver).location()))
                    .as("at once")
                    .isEqualTo("silver");
            Element form = form(browser.get(gold), "#kc-form-login");
            assertThat(form.select("[name=username]:not([type=hidden])"))
                    .as("only what gold asks for")
                    .isEmpty();
            assertThat(acr(window, window.window(browser, gold))).isEqualTo("gold");
            assertThat(acr(window, browser.get(gold).location())).as("at once").isEqualTo("gold");
        }
    }

    @Test
    @DisplayName("a restart of the login from its page")
    void restart() {
        ConsumerBrowser browser = new ConsumerBrowser();
        Reply page = browser.get(code.rfc("code", STATE, ""));
        String action = form(page, "#kc-form-login").absUrl("action");

        URI restart =
                URI.create(
                        action.replace("/login-actions/authenticate?", "/login-actions/restart?"));
        assertAnswered(code, code.window(browser, restart));
    }

    @Test
    @DisplayName("the login timeout: an old sign-in starts again, and the window is answered")
    void expiredLogin() {
        ConsumerBrowser browser = new ConsumerBrowser();
        Reply page = browser.get(code.rfc("code", STATE, ""));
        browser.cookies().removeIf(c -> c.name().startsWith("AUTH_SESSION_ID"));

        Reply answer =
                browser.submit(
                        form(page, "#kc-form-login"),
                        Map.of("username", "consumer", "password", TestRealm.PASSWORD));
        Reply last =
                browser.proceed(
                        answer,
                        target -> !target.startsWith(realm.keycloak().baseUri() + "/"),
                        "consumer",
                        TestRealm.PASSWORD);
        assertAnswered(code, last.location());
    }

    @Test
    @DisplayName("the one-event rule: a sign-in with a page leaves one LOGIN event")
    void events() {
        realm.admin().clearEvents();
        assertAnswered(code, code.window(new ConsumerBrowser(), code.rfc("code", STATE, "")));

        assertThat(realm.admin().getEvents())
                .filteredOn(event -> event.getType().startsWith("LOGIN"))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.getClientId()).isEqualTo("code");
                            assertThat(event.getError()).isNull();
                        });
    }

    @Test
    @DisplayName("back and reload: every visit of the address is a new window")
    void reload() {
        ConsumerBrowser browser = new ConsumerBrowser();
        Reply first = browser.get(code.rfc("code", "first", ""));
        Reply second = browser.get(code.rfc("code", "second", ""));

        String answer =
                browser.proceed(
                                second,
                                target -> target.startsWith(WINDOW),
                                "consumer",
                                TestRealm.PASSWORD)
                        .location();
        assertThat(answer).startsWith(WINDOW + "?code=").endsWith("&state=second");
        Reply back =
                browser.submit(
                        form(first, "#kc-form-login"),
                        Map.of("username", "consumer", "password", TestRealm.PASSWORD));
        Reply last =
                browser.proceed(
                        back, target -> target.startsWith(WINDOW), "consumer", TestRealm.PASSWORD);
        assertThat(last.header("Location").orElse(WINDOW + last.body()))
                .as("an answer with its own state, or a page of Keycloak's")
                .startsWith(WINDOW)
                .doesNotContain("state=second");
    }

    private static void assertAnswered(WindowClient client, String answer) {
        assertThat(answer).startsWith(WINDOW + "?code=").endsWith("&state=" + STATE);
        assertThat(client.redeem(WindowClient.code(answer), WINDOW, Map.of()).status())
                .isEqualTo(200);
    }

    private static String acr(WindowClient client, String answer) {
        return client.redeem(WindowClient.code(answer), WINDOW, Map.of())
                .idTokenClaims()
                .path("acr")
                .asText();
    }

    private static Element form(Reply page, String selector) {
        Document document = page.page();
        Element form = document.selectFirst(selector);
        assertThat(form).as("%s in %s", selector, document.title()).isNotNull();
        return form;
    }
}
