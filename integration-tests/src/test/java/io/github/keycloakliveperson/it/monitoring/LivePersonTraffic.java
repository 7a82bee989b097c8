package io.github.keycloakliveperson.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A consumer who signs in through each window, dialect and flow, and what goes wrong beside. */
record LivePersonTraffic(TestRealm realm, WindowClient code, WindowClient implicit) {

    static LivePersonTraffic in(KeycloakUnderTest keycloak, Instant keyEnd) {
        TestRealm realm = TestRealm.create(keycloak, r -> r.setEventsEnabled(true));
        realm.user("consumer", Map.of());
        WindowClient code =
                WindowClient.of(
                        realm,
                        "code",
                        Map.of(),
                        c ->
                                c.setRedirectUris(
                                        List.of(
                                                TestRealm.REDIRECT_URI,
                                                WindowClient.WINDOW,
                                                realm.livePerson("callback").toString(),
                                                silentReturn(realm))));
        realm.mapper(
                code.client(),
                "oidc-liveperson-id-token-encryption-mapper",
                Map.of(
                        "public.key",
                        LivePersonKey.make("k").certificate(Instant.now().minusSeconds(60), keyEnd),
                        "key.id",
                        "k"));
        return new LivePersonTraffic(
                realm, code, WindowClient.implicit(realm, "implicit", Map.of()));
    }

    private static String silentReturn(TestRealm realm) {
        return realm.livePerson("silent-return/code").toString();
    }

    /** Everything once, the RFC dialect's code flow twice: with a page and without. */
    void run() {
        ConsumerBrowser browser = new ConsumerBrowser();
        silent(browser, "login_required");
        String window = code.window(browser, code.rfc("code", "s", ""));
        assertThat(redeem(Query.of(window).get("code"))).isEqualTo(200);
        assertThat(redeem("no-code")).isEqualTo(400);
        code.window(browser, code.rfc("code", "s", ""));
        code.window(browser, code.openId("code"));
        implicit.window(browser, implicit.rfc("id_token", "s", ""));
        implicit.window(browser, implicit.openId("token"));
        silent(browser, "code=");
        code.window(browser, code.rfc("code", "s", "&prompt=login&claims=x"));
        browser.get(code.request("response_type=code&redirect_uri=https%3A%2F%2Fevil.example"));
        TestClient nobody = new TestClient("", "nobody@example.org", "");
        browser.get(new WindowClient(realm, nobody).request("response_type=code"));
    }

    private int redeem(String given) {
        return code.redeem(given, WindowClient.WINDOW, Map.of()).status();
    }

    private void silent(ConsumerBrowser browser, String answer) {
        URI request =
                URI.create(
                        realm.livePerson("silent-sign-in")
                                + "?"
                                + Query.encode(
                                        Map.of(
                                                "client_id", "code",
                                                "redirect_uri", silentReturn(realm),
                                                "response_type", "code",
                                                "scope", "openid",
                                                "prompt", "none")));
        assertThat(browser.get(request).location()).contains(answer);
    }

    /** The metrics endpoint's lines about this realm. */
    List<String> metrics() {
        return new ConsumerBrowser()
                .get(URI.create(realm.keycloak().baseUri() + "/metrics"))
                .body()
                .lines()
                .filter(line -> line.contains("realm=\"" + realm.name() + "\""))
                .toList();
    }
}
