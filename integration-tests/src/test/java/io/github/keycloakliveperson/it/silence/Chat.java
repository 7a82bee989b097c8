package io.github.keycloakliveperson.it.silence;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.CookieJar;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * LivePerson's window and its token call at one client, with a canary for whatever LivePerson
 * sends; what Keycloak makes on the way (handle, cookie, code, token) becomes one.
 */
record Chat(TestRealm realm, TestClient client, Canaries canaries) {

    static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";
    static final String COOKIE = "LIVEPERSON_WINDOW_";
    static final String TOKEN_REDIRECT = "https://liveperson.net";

    /** A state of the RFC dialect (L25), in which a control character may stand. */
    String state(String more) {
        return "%7B%22lpUnifiedWindowConfig%22%3A%22" + canaries.make("state") + "%22%7D" + more;
    }

    /** A request of the RFC dialect (L23). */
    URI rfc(String type, String state, String more) {
        return request(
                "response_type="
                        + type
                        + "&scope=openid&redirect_uri="
                        + Query.encode(WINDOW)
                        + "&nonce="
                        + canaries.make("nonce")
                        + "&login_hint="
                        + canaries.make("login_hint")
                        + "&state="
                        + state
                        + more);
    }

    /** A request of the openID dialect (L29). */
    URI openId(String type) {
        String config = "?lpUnifiedWindowConfig=" + canaries.make("window configuration");
        return request(
                "response_type="
                        + type
                        + "&nonce="
                        + canaries.make("nonce")
                        + "&redirect_uri="
                        + Query.encode(WINDOW + config));
    }

    /** Any request of the window. */
    URI request(String rawParameters) {
        return URI.create(
                realm.livePerson("authorize")
                        + "?client_id="
                        + client.clientId()
                        + "&"
                        + rawParameters);
    }

    /** Signs the consumer in and tells where the window is sent. */
    String window(ConsumerBrowser browser, URI request, CanaryConsumer consumer) {
        Reply begun = browser.get(request);
        keepWindow(browser);
        String origin = realm.keycloak().baseUri() + "/";
        String end =
                browser.proceed(
                                begun,
                                target -> !target.startsWith(origin),
                                consumer.username(),
                                consumer.password())
                        .location();
        Query.of(end).forEach(this::keepAnswer);
        return end;
    }

    /** Signs the consumer in once more and tells the callback's address, with Keycloak's answer. */
    String callback(ConsumerBrowser browser, CanaryConsumer consumer) {
        String callback = realm.livePerson("callback") + "?";
        return browser.proceed(
                        browser.get(rfc("code", state(""), "&prompt=login")),
                        target -> target.startsWith(callback),
                        consumer.username(),
                        consumer.password())
                .location();
    }

    /** Keeps the handle and the secret of the windows that wait in a browser. */
    void keepWindow(ConsumerBrowser browser) {
        for (CookieJar.Cookie cookie : browser.cookies().all()) {
            if (cookie.name().startsWith(COOKIE)) {
                canaries.keep("handle", cookie.name().substring(COOKIE.length()));
                canaries.keep("window cookie", cookie.value());
            }
        }
    }

    /** Follows any request of the code or the implicit flow to its end. */
    Reply signIn(ConsumerBrowser browser, URI request, CanaryConsumer consumer) {
        return browser.signIn(
                request, realm.keycloak().baseUri(), consumer.username(), consumer.password());
    }

    /** LivePerson's token call (L17, L18). */
    TokenAnswer redeem(String code, String redirectUri, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("redirect_uri", redirectUri);
        TokenAnswer answer = new RelyingParty(realm, client).redeem(code, form);
        for (String token : new String[] {"id_token", "access_token", "refresh_token"}) {
            if (answer.text(token) != null && !answer.text(token).equals("NotApplicable")) {
                canaries.keepToken(token, answer.text(token));
            }
        }
        return answer;
    }

    private void keepAnswer(String name, String value) {
        switch (name) {
            case "code" -> {
                canaries.keep("code", value);
                canaries.keep("code", value.substring(0, value.indexOf('.')));
            }
            case "id_token", "token" -> canaries.keepToken("id_token", value);
            default -> {
                // the state, and LivePerson's own query: known already
            }
        }
    }
}
