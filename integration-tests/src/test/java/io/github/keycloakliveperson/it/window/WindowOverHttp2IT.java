package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Browsers speak HTTP/2 to Keycloak's own https, where no proxy stands in between; its limits hold
 * without https too ({@code docs/reverse-proxy.md}).
 */
@RealKeycloak
@DisplayName("Over HTTP/2 the window's request")
class WindowOverHttp2IT {

    private static final int LONGEST_STATE = 16_384;

    @InjectRealm private static TestRealm realm;
    private static WindowClient client;

    @BeforeAll
    static void setUp() {
        client = WindowClient.code(realm, "code", Map.of());
    }

    @Test
    @DisplayName("may have a state of 7,000 characters")
    void ordinary() throws Exception {
        assertThat(served(client.rfc("code", "x".repeat(7_000), ""))).isTrue();
    }

    @Test
    @DisplayName("may have the longest state if Keycloak accepts an address of that length")
    void longest() throws Exception {
        String state = "x".repeat(LONGEST_STATE);
        URI stock = URI.create(realm.protocol("auth") + "?client_id=code&unknown=" + state);

        assertThat(served(client.rfc("code", state, ""))).isEqualTo(served(stock));
    }

    /** Whether Keycloak's server hands a request on. */
    private static boolean served(URI address) throws Exception {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        assertThat(get(http, URI.create(realm.issuer())).statusCode()).isEqualTo(200);
        try {
            HttpResponse<Void> answer = get(http, address);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isIn(200, 302, 400, 431);
            return answer.statusCode() != 431;
        } catch (IOException refused) {
            // headers far above its limit make an older Keycloak hang up
            return false;
        }
    }

    private static HttpResponse<Void> get(HttpClient http, URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).GET().build(), BodyHandlers.discarding());
    }
}
