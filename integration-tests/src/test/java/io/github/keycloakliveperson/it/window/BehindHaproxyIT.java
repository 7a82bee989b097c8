package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A real HAProxy in front, with its default buffers, as {@code docs/reverse-proxy.md} tells it. */
@RealKeycloak
@DisplayName("Behind HAProxy")
class BehindHaproxyIT {

    private static TestRealm realm;
    private static WindowClient client;
    private static Haproxy plain;
    private static Haproxy withRule;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) throws Exception {
        Haproxy.require();
        plain = Haproxy.start(keycloak.baseUri(), false);
        withRule = Haproxy.start(keycloak.baseUri(), true);
        realm = TestRealm.create(keycloak);
        client =
                WindowClient.of(
                        realm,
                        "code",
                        Map.of(),
                        c -> c.setRedirectUris(List.of(WINDOW, withRule.baseUri() + callback())));
        realm.user("consumer", Map.of());
    }

    @AfterAll
    static void tearDown() {
        if (plain != null) {
            plain.close();
        }
        if (withRule != null) {
            withRule.close();
        }
        if (realm != null) {
            realm.close();
        }
    }

    @Test
    @DisplayName("LivePerson's state comes back as is, with default buffers and the rule on (L25)")
    void state() {
        String state = PublicState.raw() + "%7b%20(%C3%BC)+;%2525";
        URI request = URI.create(withRule.baseUri() + path(client.rfc("code", state, "")));

        assertThat(
                        new ConsumerBrowser()
                                .signIn(request, withRule.baseUri(), "consumer", TestRealm.PASSWORD)
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                .startsWith(WINDOW + "?code=")
                .endsWith("&state=" + state);
    }

    @Test
    @DisplayName("raw braces and quotes are refused without the rule and served with it (K4)")
    void rawCharacters() throws Exception {
        String state = "{\"a\":\"b|c^`<>\\\",\"d\":\"100%\",\"e\":\"%7b(x)+;\"}";
        String path =
                path(client.rfc("code", "STATE", "&prompt=none&response_mode=fragment"))
                        .replace("STATE", state);

        assertThat(RawRequest.get(plain.baseUri(), path)).startsWith("HTTP/1.1 400");
        assertThat(RawRequest.get(withRule.baseUri(), path))
                .startsWith("HTTP/1.1 302")
                .containsIgnoringCase("Location: " + WINDOW + "?error=invalid_request")
                .contains(
                        "&state=%7B%22a%22:%22b%7Cc%5E%60%3C%3E%5C%22,%22d%22:%22100%25%22,"
                                + "%22e%22:%22%7b(x)+;%22%7D");
    }

    private static String callback() {
        return realm.livePerson("callback").getPath();
    }

    private static String path(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }
}
