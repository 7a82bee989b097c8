package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.demo.launcher.LoopbackPort;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A real HAProxy in front of a Keycloak, with HAProxy's own default buffers. */
final class Haproxy implements ProxiedWindow.Proxy {

    private static final Path EXECUTABLE = Path.of("/usr/sbin/haproxy");
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Pattern RULE =
            Pattern.compile("(?ms)^ *acl liveperson .*?^ *http-request set-query .*?$");

    private final Process process;
    private final int port;

    private Haproxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where HAProxy isn't installed; in continuous integration it has to be. */
    static void require() {
        boolean installed = Files.isExecutable(EXECUTABLE);
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(installed, "There is no HAProxy here: install haproxy.");
        }
        assertThat(installed).as("HAProxy").isTrue();
    }

    /**
     * Starts HAProxy.
     *
     * @param rule whether the rule for raw characters is on (K4), as {@code docs/reverse-proxy.md}
     *     has it
     */
    static Haproxy start(URI keycloak, boolean rule) throws Exception {
        Path home = Files.createTempDirectory("haproxy");
        int port = LoopbackPort.free();
        Path file = home.resolve("haproxy.cfg");
        Files.writeString(file, configuration(port, keycloak, rule));
        Path output = home.resolve("output.log");
        Process process =
                new ProcessBuilder(EXECUTABLE.toString(), "-db", "-f", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        Haproxy haproxy = new Haproxy(process, port);
        if (!haproxy.listens()) {
            haproxy.close();
            throw new IllegalStateException("HAProxy doesn't listen: " + Files.readString(output));
        }
        return haproxy;
    }

    @Override
    public URI baseUri() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private boolean listens() throws InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(limit) && process.isAlive()) {
            try {
                new Socket("127.0.0.1", port).close();
                return true;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        return false;
    }

    private static String configuration(int port, URI keycloak, boolean rule) throws IOException {
        return "defaults\nmode http\ntimeout connect 5s\ntimeout client 60s\ntimeout server 60s\n"
                + "frontend login\nbind 127.0.0.1:"
                + port
                + "\n"
                + (rule ? documentedRule() : "")
                + "\ndefault_backend keycloak\nbackend keycloak\nserver keycloak 127.0.0.1:"
                + keycloak.getPort()
                + "\n";
    }

    private static String documentedRule() throws IOException {
        Path page = ServerSetup.projectDirectory().resolve("docs/reverse-proxy.md");
        Matcher rule = RULE.matcher(Files.readString(page));
        assertThat(rule.find()).as("the rule in " + page).isTrue();
        return rule.group();
    }
}
