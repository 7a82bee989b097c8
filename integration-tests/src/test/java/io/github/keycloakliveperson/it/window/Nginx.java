package io.github.keycloakliveperson.it.window;

import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.NginxProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A real nginx in front of a Keycloak, with nginx's own default buffers. */
final class Nginx {

    private static final Path SCRIPTING = Path.of("/usr/lib/nginx/modules/ngx_http_js_module.so");

    private Nginx() {}

    /** Skips the test where nginx isn't installed; in continuous integration it has to be. */
    static void require() {
        NginxProcess.require(SCRIPTING);
    }

    /**
     * Starts nginx.
     *
     * @param rule whether the documented rule for raw characters is on (K4)
     */
    static ListeningProcess start(URI keycloak, boolean rule) throws IOException {
        Path home = ListeningProcess.newHome("nginx");
        int port = LoopbackPort.free();
        return NginxProcess.start(home, port, configuration(port, keycloak, rule));
    }

    private static String configuration(int port, URI keycloak, boolean rule) {
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
}
