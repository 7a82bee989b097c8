package io.github.keycloakliveperson.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.launcher.LaunchException;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The demo's ports")
class DemoPortsTest {

    @Test
    @DisplayName("are the requested ones")
    void asked() {
        int a = LoopbackPort.free();
        int b = LoopbackPort.free();
        int c = LoopbackPort.free();

        assertThat(DemoPorts.choose(a, b, c)).isEqualTo(new DemoPorts(a, b, c));
        assertThat(DemoPorts.origin(a)).hasToString("http://localhost:" + a);
    }

    @Test
    @DisplayName("are refused if they are requested but taken")
    void taken() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.ADDRESS))) {
            int port = socket.getLocalPort();
            assertThatThrownBy(() -> DemoPorts.choose(port, null, null))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("Keycloak")
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    @Test
    @DisplayName("are other free ones if the usual ones are taken")
    void fallback() throws IOException {
        var loopback = InetAddress.getByName(LoopbackPort.ADDRESS);
        try (var usual = occupy(DemoPorts.BRAND, loopback)) {
            var chosen = DemoPorts.choose(null, null, null);

            assertThat(usual.isClosed()).isFalse();
            assertThat(chosen.brand()).isPositive().isNotEqualTo(DemoPorts.BRAND);
        }
    }

    private static ServerSocket occupy(int port, InetAddress address) throws IOException {
        try {
            return new ServerSocket(port, 1, address);
        } catch (IOException e) {
            return new ServerSocket(0, 1, address); // somebody else has it: just as good
        }
    }
}
