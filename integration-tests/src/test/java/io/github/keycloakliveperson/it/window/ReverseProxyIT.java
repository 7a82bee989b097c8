package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A real nginx in front, with its default buffers, as {@code docs/reverse-proxy.md} tells it. */
@RealKeycloak
@DisplayName("Behind nginx")
class ReverseProxyIT {

    /** As long as the one captured in public: 1,243 characters of JSON (L25). */
    private static final String STATE =
            Query.encode(
                            "{\"lpUnifiedWindowConfig\":{\"accountId\":\"12345678\",\"key\":\""
                                    + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA/+".repeat(25)
                                    + "\"}}")
                    .replace("+", "%20");

    @AutoClose private static ProxiedWindow window;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) throws Exception {
        Nginx.require();
        window = ProxiedWindow.behind(Nginx::start, keycloak);
    }

    @Test
    @DisplayName("the stock endpoint fails with LivePerson's address (K8), and ours signs in")
    void openIdDialect() {
        window.realm.client(
                "stock",
                c -> c.setRedirectUris(List.of("https://lpcdn.lpsnmedia.net/le_unified_window/*")));
        String address = WINDOW + "?lpUnifiedWindowConfig=" + STATE;
        String request = "&response_type=code&redirect_uri=" + Query.encode(address);

        Reply stock =
                new ConsumerBrowser()
                        .get(
                                window.through(
                                        window.plain,
                                        URI.create(
                                                window.realm.protocol("auth")
                                                        + "?client_id=stock"
                                                        + request)));
        Reply ours = window.signIn(window.plain, window.client.request(request));

        assertThat(stock.status()).isEqualTo(502);
        assertThat(ours.location()).startsWith(address + "&code=");
    }

    @Test
    @DisplayName("default buffers are large enough for LivePerson's state")
    void rfcDialect() {
        assertThat(window.signIn(window.plain, window.client.rfc("code", STATE, "")).location())
                .startsWith(WINDOW + "?code=")
                .endsWith("&state=" + STATE);
    }

    @Test
    @DisplayName("raw braces and quotes are refused without the rule and served with it (K4)")
    void rawCharacters() throws Exception {
        window.rawCharactersNeedTheRule();
    }
}
