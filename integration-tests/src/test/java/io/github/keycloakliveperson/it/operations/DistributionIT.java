package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher and the demo's image rely on, without this extension. */
@Tag("operations")
@DisplayName("Keycloak's distribution")
class DistributionIT {

    private static final String VERSION = System.getProperty("keycloak.version");

    /** Linux answers at all of 127.0.0.0/8, but a server bound to localhost does not. */
    private static final String OTHER_ADDRESS = "127.0.0.2";

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    @TempDir private static Path home;

    @BeforeAll
    static void unpack() {
        KeycloakServer.start(
                        KeycloakConfiguration.standard()
                                .withVersion(VERSION)
                                .withHome(home)
                                .withStartLimit(START_LIMIT))
                .close();
    }

    @Test
    @DisplayName("comes as a Maven artifact and starts without Docker (K25)")
    void artifact() {
        assertThat(home.resolve("version.txt")).content().contains(VERSION);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("listens on all addresses in development mode only with KC_RUN_IN_CONTAINER (K26)")
    void addresses(boolean container) throws IOException {
        assumeTrue(
                container || VERSION.startsWith("26.7."),
                "Older versions may listen on all addresses without it.");
        int port = LoopbackPort.free();
        try (ListeningProcess server =
                ListeningProcess.start(
                        ListeningProcess.newHome("start-dev"),
                        port,
                        startDev(container, port),
                        START_LIMIT)) {
            assertThat(accepts(server.port())).as(server.log()).isEqualTo(container);
        }
    }

    private static List<String> startDev(boolean container, int port) {
        return List.of(
                "env",
                "JAVA_HOME=" + System.getProperty("java.home"),
                "KC_RUN_IN_CONTAINER=" + container,
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-port=" + port);
    }

    private static boolean accepts(int port) throws IOException {
        try (Socket connected = new Socket(OTHER_ADDRESS, port)) {
            return connected.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }
}
