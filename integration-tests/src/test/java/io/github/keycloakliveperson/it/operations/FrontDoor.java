package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.NginxProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * nginx with https in front of two nodes, with the project's own configuration for production,
 * {@code docker/proxy/nginx.conf}. It takes the nodes strictly in turn, and each answer names its
 * node.
 */
final class FrontDoor implements AutoCloseable {

    /** The header that names the node's address. */
    static final String NODE = "X-Node";

    private final ListeningProcess nginx;

    private FrontDoor(ListeningProcess nginx) {
        this.nginx = nginx;
    }

    static FrontDoor open(int port, int first, int second, ServerCertificate tls)
            throws IOException {
        Path home = ListeningProcess.newHome("nginx");
        String configuration =
                Files.readString(ServerSetup.projectDirectory().resolve("docker/proxy/nginx.conf"));
        // one process, so that there is one turn
        configuration =
                "daemon off;\nmaster_process off;\n"
                        + configuration
                                .replace("worker_processes auto;", "")
                                .replace("/tmp/", home + "/")
                                .replace("/dev/stdout", home + "/access.log")
                                .replace("error_log stderr", "error_log " + home + "/errors")
                                .replace("keycloak-1:8080", LoopbackPort.ADDRESS + ":" + first)
                                .replace("keycloak-2:8080", LoopbackPort.ADDRESS + ":" + second)
                                .replace("8443 ssl", LoopbackPort.ADDRESS + ":" + port + " ssl")
                                .replace("/etc/nginx/tls/server.crt", tls.file().toString())
                                .replace("/etc/nginx/tls/server.key", tls.key().toString())
                                .replace(
                                        "proxy_connect_timeout",
                                        "add_header "
                                                + NODE
                                                + " $upstream_addr always;\n"
                                                + "proxy_connect_timeout");
        return new FrontDoor(NginxProcess.start(home, port, configuration));
    }

    URI address() {
        return URI.create("https://localhost:" + nginx.port());
    }

    @Override
    public void close() {
        nginx.close();
    }
}
