package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.Query;
import java.net.URI;
import java.net.http.HttpResponse;

/**
 * A window's sign-in that has come as far as the callback's address, and not into it.
 *
 * @param callback with Keycloak's answer
 */
record WindowReturn(WindowClient client, ConsumerBrowser browser, URI callback) {

    /** A browser whose consumer is signed in. */
    static ConsumerBrowser signedIn(WindowClient client) {
        ConsumerBrowser browser = new ConsumerBrowser();
        client.window(browser, client.rfc("code", "first", ""));
        return browser;
    }

    /** Begins a sign-in in a browser whose consumer is signed in. */
    static WindowReturn of(WindowClient client, ConsumerBrowser browser, String state) {
        URI stock = URI.create(location(browser.get(client.rfc("code", state, ""))));
        return new WindowReturn(client, browser, URI.create(location(browser.get(stock))));
    }

    /** Goes into the callback. */
    HttpResponse<String> finish() {
        return browser.get(callback);
    }

    /** Goes into the callback with another code. */
    HttpResponse<String> finishWith(String code) {
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

    String code() {
        return Query.of(callback.toString()).get("code");
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains("open the chat window again");
    }
}
