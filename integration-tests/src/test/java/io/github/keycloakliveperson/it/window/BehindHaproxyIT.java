package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A real HAProxy in front, with its default buffers, as {@code docs/reverse-proxy.md} tells it. */
@RealKeycloak
@DisplayName("Behind HAProxy")
class BehindHaproxyIT {

    @AutoClose private static ProxiedWindow window;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) throws Exception {
        Haproxy.require();
        window = ProxiedWindow.behind(Haproxy::start, keycloak);
    }

    @Test
    @DisplayName(
            "LivePerson's state comes back unchanged, with default buffers and the " + "rule (L25)")
    void state() {
        String state = PublicState.raw() + "%7b%20(%C3%BC)+;%2525";

        assertThat(
                        window.signIn(window.withRule, window.client.rfc("code", state, ""))
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                .startsWith(WINDOW + "?code=")
                .endsWith("&state=" + state);
    }

    @Test
    @DisplayName("raw braces and quotes are refused without the rule and served with it (K4)")
    void rawCharacters() throws Exception {
        window.rawCharactersNeedTheRule();
    }
}
