package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real nginx in front of a Keycloak, with nginx's own default buffers. */
final class Nginx implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/sbin/nginx");
    private static final Path SCRIPTING = Path.of("/usr/lib/nginx/modules/ngx_http_js_module.so");

    private final Process process;
    private final Path home;
    private final int port;

    private Nginx(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /** Skips the test where nginx isn't installed; in continuous integration it has to be. */
    static void require() {
        boolean installed = Files.isExecutable(EXECUTABLE) && Files.exists(SCRIPTING);
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(
                    installed, "There is no nginx here: install nginx and libnginx-mod-http-js.");
        }
        assertThat(installed).as("nginx with its JavaScript module").isTrue();
    }

    /**
     * Starts nginx.
     *
     * @param rule whether the documented rule for raw characters is on (K4)
     */
    static Nginx start(URI keycloak, boolean rule) throws Exception {
        Path home = Files.createTempDirectory("nginx");
        int port = freePort();
        Files.writeString(home.resolve("nginx.conf"), configuration(home, port, keycloak, rule));
        Process process =
                new ProcessBuilder(
                                EXECUTABLE.toString(),
                                "-p",
                                home.toString(),
                                "-e",
                                home.resolve("error.log").toString(),
                                "-c",
                                home.resolve("nginx.conf").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("output.log").toFile())
                        .start();
        Nginx nginx = new Nginx(process, home, port);
        nginx.waitUntilItListens();
        return nginx;
    }

    /** Its address, without a slash at the end. */
    URI baseUri() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static String configuration(Path home, int port, URI keycloak, boolean rule) {
        Path script =
                ServerSetup.projectDirectory().resolve("docs/reverse-proxy/liveperson-query.js");
        return (rule ? "load_module " + SCRIPTING + ";\n" : "")
                + "daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\nhttp {\n"
                + "access_log off;\n"
                + "client_body_temp_path body;\nproxy_temp_path proxy;\n"
                + "fastcgi_temp_path fastcgi;\nuwsgi_temp_path uwsgi;\nscgi_temp_path scgi;\n"
                + (rule
                        ? "js_import liveperson from "
                                + script.toAbsolutePath().normalize()
                                + ";\njs_set $liveperson_query liveperson.query;\n"
                        : "")
                + "server {\nlisten 127.0.0.1:"
                + port
                + ";\nlocation / {\n"
                + (rule ? "set $args $liveperson_query;\n" : "")
                + "proxy_pass "
                + keycloak
                + ";\nproxy_set_header Host $http_host;\n}\n}\n}\n";
    }

    private void waitUntilItListens() throws Exception {
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(limit) && process.isAlive()) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        String log = Files.readString(home.resolve("error.log"));
        close();
        throw new IllegalStateException("nginx doesn't listen: " + log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
