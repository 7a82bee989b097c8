package io.github.keycloakliveperson.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of {@code docs/reverse-proxy.md}, with what the page leaves to the reader added. */
@DisplayName("A reverse proxy's own check accepts the page's block")
class ProxyBlocksTest {

    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final Path MODULES = Path.of("/usr/lib/nginx/modules");
    private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");
    private static final MarkdownPage PAGE = MarkdownPage.named("docs/reverse-proxy.md");

    @Test
    @DisplayName("nginx")
    void nginx(@TempDir Path directory) throws Exception {
        ListeningProcess.require(
                "nginx",
                "nginx and libnginx-mod-http-js",
                NGINX,
                MODULES.resolve("ngx_http_js_module.so"));
        Files.copy(
                ServerSetup.projectDirectory().resolve("docs/reverse-proxy/liveperson-query.js"),
                directory.resolve("liveperson-query.js"));
        String block =
                PAGE.blocks("nginx")
                        .get(0)
                        .text()
                        .replace("modules/", MODULES + "/")
                        .replace("http://keycloak:8080", "http://127.0.0.1:8080");
        Path file =
                Files.writeString(
                        directory.resolve("nginx.conf"), block + "\npid nginx.pid;\nevents {}\n");

        check(
                directory,
                NGINX.toString(),
                "-t",
                "-e",
                "stderr",
                "-p",
                directory.toString(),
                "-c",
                file.toString());
    }

    @Test
    @DisplayName("HAProxy")
    void haproxy(@TempDir Path directory) throws Exception {
        ListeningProcess.require("HAProxy", "haproxy", HAPROXY);
        Path file =
                Files.writeString(
                        directory.resolve("haproxy.cfg"),
                        "defaults\n    mode http\n    timeout connect 5s\n    timeout client 60s\n"
                                + "    timeout server 60s\n\n"
                                + PAGE.blocks("haproxy").get(0).text()
                                + "\n    bind 127.0.0.1:8443\n    default_backend keycloak\n"
                                + "backend keycloak\n    server keycloak 127.0.0.1:8080\n");

        check(directory, HAPROXY.toString(), "-c", "-f", file.toString());
    }

    private static void check(Path directory, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
