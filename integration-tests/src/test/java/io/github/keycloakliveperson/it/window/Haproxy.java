package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real HAProxy in front of a Keycloak, with HAProxy's own default buffers. */
final class Haproxy {

    private static final Path EXECUTABLE = Path.of("/usr/sbin/haproxy");
    private static final Pattern RULE =
            Pattern.compile("(?ms)^ *acl liveperson .*?^ *http-request set-query .*?$");

    private Haproxy() {}

    /** Skips the test where HAProxy isn't installed; in continuous integration it has to be. */
    static void require() {
        ListeningProcess.require("HAProxy", "haproxy", EXECUTABLE);
    }

    /**
     * Starts HAProxy.
     *
     * @param rule whether the rule for raw characters is on (K4), as {@code docs/reverse-proxy.md}
     *     has it
     */
    static ListeningProcess start(URI keycloak, boolean rule) throws IOException {
        Path home = ListeningProcess.newHome("haproxy");
        int port = LoopbackPort.free();
        Path file =
                Files.writeString(home.resolve("haproxy.cfg"), configuration(port, keycloak, rule));
        return ListeningProcess.start(
                home, port, List.of(EXECUTABLE.toString(), "-db", "-f", file.toString()));
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
