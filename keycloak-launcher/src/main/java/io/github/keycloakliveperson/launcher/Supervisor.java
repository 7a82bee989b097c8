package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The few lines of shell that tie a server's life to this JVM's. */
final class Supervisor {

    private Supervisor() {}

    static String script() {
        try (var in = Supervisor.class.getResourceAsStream("supervise.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
