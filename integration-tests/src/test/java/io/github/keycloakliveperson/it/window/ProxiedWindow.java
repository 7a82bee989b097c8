package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A client of the external window, and consumers who come to its Keycloak through a reverse proxy:
 * one as it is by default, and one with the documented rule for raw characters (K4).
 */
final class ProxiedWindow implements AutoCloseable {

    /** How a proxy of some make is started. */
    interface Start {

        ListeningProcess start(URI keycloak, boolean rule) throws Exception;
    }

    final TestRealm realm;
    final WindowClient client;
    final ListeningProcess plain;
    final ListeningProcess withRule;

    private ProxiedWindow(TestRealm realm, ListeningProcess plain, ListeningProcess withRule) {
        this.realm = realm;
        this.plain = plain;
        this.withRule = withRule;
        client =
                WindowClient.of(
                        realm,
                        "code",
                        Map.of(),
                        c ->
                                c.setRedirectUris(
                                        List.of(WINDOW, callback(plain), callback(withRule))));
        realm.user("consumer", Map.of());
    }

    /** Starts the proxies and makes a realm behind them. */
    static ProxiedWindow behind(Start make, KeycloakUnderTest keycloak) throws Exception {
        ListeningProcess plain = make.start(keycloak.baseUri(), false);
        try {
            ListeningProcess withRule = make.start(keycloak.baseUri(), true);
            return new ProxiedWindow(TestRealm.create(keycloak), plain, withRule);
        } catch (Exception | Error e) {
            plain.close();
            throw e;
        }
    }

    /** The same address of Keycloak's, through a proxy. */
    URI through(ListeningProcess proxy, URI address) {
        String keycloak = realm.keycloak().baseUri().toString();
        return URI.create(proxy.address() + address.toString().substring(keycloak.length()));
    }

    /** A consumer's sign-in through a proxy: its last answer, the redirect to the window. */
    Reply signIn(ListeningProcess proxy, URI request) {
        return new ConsumerBrowser()
                .signIn(through(proxy, request), proxy.address(), "consumer", TestRealm.PASSWORD);
    }

    /** Fails unless the rule is needed for raw braces and quotes, and enough (K4). */
    void rawCharactersNeedTheRule() throws IOException {
        String state = "{\"a\":\"b|c^`<>\\\",\"d\":\"100%\",\"e\":\"%7b(x)+;\"}";
        URI request = client.rfc("code", "STATE", "&prompt=none&response_mode=fragment");
        String path = (request.getRawPath() + "?" + request.getRawQuery()).replace("STATE", state);

        assertThat(RawRequest.get(plain.address(), path)).startsWith("HTTP/1.1 400");
        assertThat(RawRequest.get(withRule.address(), path))
                .startsWith("HTTP/1.1 302")
                .containsIgnoringCase("Location: " + WINDOW + "?error=invalid_request")
                .contains(
                        "&state=%7B%22a%22:%22b%7Cc%5E%60%3C%3E%5C%22,%22d%22:%22100%25%22,"
                                + "%22e%22:%22%7b(x)+;%22%7D");
    }

    private String callback(ListeningProcess proxy) {
        return through(proxy, realm.livePerson("callback")).toString();
    }

    @Override
    public void close() {
        plain.close();
        withRule.close();
        realm.close();
    }
}
