package io.github.keycloakliveperson.it.abuse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests that begin and never end, in numbers. */
@RealKeycloak
@DisplayName("A slow client doesn't delay others:")
class SlowClientsIT {

    private static final int MANY = 300;

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static RawHttp http;
    private static WindowClient client;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        http = new RawHttp(keycloak.baseUri());
        client = WindowClient.code(realm, "code", Map.of());
    }

    @Test
    @DisplayName("with an incomplete request header")
    void heads() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            URI request = client.rfc("code", "s", "");
            for (int i = 0; i < MANY; i++) {
                Socket socket = http.open();
                slow.add(socket);
                RawHttp.write(
                        socket,
                        "GET "
                                + request.getRawPath()
                                + "?"
                                + request.getRawQuery()
                                + " HTTP/1.1\r\nHo");
            }
            othersAreServed();
            RawHttp.write(slow.get(0), "st: " + request.getAuthority() + "\r\n\r\n");
            assertThat(new String(slow.get(0).getInputStream().readNBytes(12), US_ASCII))
                    .as("and the one that goes on after all gets the login page")
                    .isEqualTo("HTTP/1.1 200");
        } finally {
            close(slow);
        }
    }

    @Test
    @DisplayName("with an answer that it doesn't read")
    void unread() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                slow.add(
                        http.begin(
                                "GET " + realm.livePerson("web-auth.js").getRawPath() + " HTTP/1.1",
                                List.of(),
                                0,
                                ""));
            }
            othersAreServed();
        } finally {
            close(slow);
        }
    }

    private static void othersAreServed() {
        assertThat(client.window(new ConsumerBrowser(), client.rfc("code", "s", "")))
                .startsWith(WindowClient.WINDOW + "?code=");
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
