package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;

/**
 * A window's sign-in that has come as far as the callback's address, and not into it.
 *
 * @param callback with Keycloak's answer
 */
record WindowReturn(WindowClient client, ConsumerBrowser browser, URI callback) {

    static final String COOKIE = "LIVEPERSON_WINDOW_";

    /** A browser whose consumer is signed in. */
    static ConsumerBrowser signedIn(WindowClient client) {
        ConsumerBrowser browser = new ConsumerBrowser();
        client.window(browser, client.rfc("code", "first", ""));
        return browser;
    }

    /** Begins a sign-in that asks for the password, whether or not the consumer is signed in. */
    static WindowReturn of(WindowClient client, ConsumerBrowser browser, String state) {
        return of(client, browser, state, "");
    }

    /** The same with more parameters. */
    static WindowReturn of(
            WindowClient client, ConsumerBrowser browser, String state, String rawParameters) {
        String callback = client.realm().livePerson("callback") + "?";
        Reply answer =
                browser.proceed(
                        browser.get(client.rfc("code", state, "&prompt=login" + rawParameters)),
                        target -> target.startsWith(callback),
                        "consumer",
                        TestRealm.PASSWORD);
        return new WindowReturn(client, browser, URI.create(answer.location()));
    }

    /** Goes into the callback. */
    Reply finish() {
        return browser.get(callback);
    }

    /** Goes into the callback with another code. */
    Reply finishWith(String code) {
        return browser.get(
                URI.create(
                        client.realm().livePerson("callback")
                                + "?state="
                                + handle()
                                + "&code="
                                + Query.encode(code)));
    }

    String handle() {
        return Query.of(callback.toString()).get("state");
    }

    /** The handle of a window that waits, from the answer that made it wait. */
    static String handleOf(Reply answer) {
        return cookieOf(answer).substring(COOKIE.length()).split("=")[0];
    }

    /** The cookie of a window that waits, as it was set. */
    static String cookieOf(Reply answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No window waits: " + answer.status()));
    }

    String code() {
        return Query.of(callback.toString()).get("code");
    }

    static void assertRefused(Reply answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.body()).contains("open the chat window again");
    }
}
