package io.github.keycloakliveperson.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real nginx on this machine. */
public final class NginxProcess {

    private static final Path EXECUTABLE = Path.of("/usr/sbin/nginx");

    private NginxProcess() {}

    /**
     * Skips the test where nginx isn't installed; in continuous integration it has to be.
     *
     * @param modules files of nginx's that have to be there too
     */
    public static void require(Path... modules) {
        ListeningProcess.require("nginx", "nginx and libnginx-mod-http-js", EXECUTABLE, modules);
    }

    /**
     * Starts nginx and waits until it listens.
     *
     * @param configuration the whole of {@code nginx.conf}
     */
    public static ListeningProcess start(Path home, int port, String configuration)
            throws IOException {
        Path file = Files.writeString(home.resolve("nginx.conf"), configuration);
        return ListeningProcess.start(
                home,
                port,
                List.of(
                        EXECUTABLE.toString(),
                        "-p",
                        home.toString(),
                        "-e",
                        "stderr",
                        "-c",
                        file.toString()));
    }
}
