package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
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

    private static TestRealm realm;
    private static WindowClient client;
    private static Nginx plain;
    private static Nginx withRule;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) throws Exception {
        Nginx.require();
        plain = Nginx.start(keycloak.baseUri(), false);
        withRule = Nginx.start(keycloak.baseUri(), true);
        realm = TestRealm.create(keycloak);
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
    @DisplayName("the stock endpoint fails with LivePerson's address (K8), ours signs in")
    void openIdDialect() {
        realm.client(
                "stock",
                c -> c.setRedirectUris(List.of("https://lpcdn.lpsnmedia.net/le_unified_window/*")));
        String address = WINDOW + "?lpUnifiedWindowConfig=" + STATE;
        String request = "&response_type=code&redirect_uri=" + Query.encode(address);

        HttpResponse<String> stock =
                new ConsumerBrowser()
                        .get(through(plain, realm.protocol("auth") + "?client_id=stock" + request));
        HttpResponse<String> ours = signIn(client.request(request));

        assertThat(stock.statusCode()).isEqualTo(502);
        assertThat(ours.headers().firstValue("Location").orElseThrow())
                .startsWith(address + "&code=");
    }

    @Test
    @DisplayName("default buffers do for LivePerson's state")
    void rfcDialect() {
        assertThat(
                        signIn(client.rfc("code", STATE, ""))
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                .startsWith(WINDOW + "?code=")
                .endsWith("&state=" + STATE);
    }

    @Test
    @DisplayName("raw braces and quotes are refused without the rule and served with it (K4)")
    void rawCharacters() throws Exception {
        String state = "{\"a\":\"b|c^`<>\\\",\"d\":\"100%\",\"e\":\"%7b(x)+;\"}";
        String path =
                client.rfc("code", "STATE", "&prompt=none&response_mode=fragment")
                        .toString()
                        .substring(realm.keycloak().baseUri().toString().length())
                        .replace("STATE", state);

        assertThat(RawRequest.get(plain.baseUri(), path)).startsWith("HTTP/1.1 400");
        assertThat(RawRequest.get(withRule.baseUri(), path))
                .startsWith("HTTP/1.1 302")
                .contains("Location: " + WINDOW + "?error=invalid_request")
                .contains(
                        "&state=%7B%22a%22:%22b%7Cc%5E%60%3C%3E%5C%22,%22d%22:%22100%25%22,"
                                + "%22e%22:%22%7b(x)+;%22%7D");
    }

    private static HttpResponse<String> signIn(URI request) {
        return new ConsumerBrowser()
                .signIn(
                        through(plain, request.toString()),
                        plain.baseUri(),
                        "consumer",
                        TestRealm.PASSWORD);
    }

    private static String callback(Nginx nginx) {
        return through(nginx, realm.livePerson("callback").toString()).toString();
    }

    private static URI through(Nginx nginx, String address) {
        return URI.create(
                nginx.baseUri()
                        + address.substring(realm.keycloak().baseUri().toString().length()));
    }
}
