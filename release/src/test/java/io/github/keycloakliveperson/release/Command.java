package io.github.keycloakliveperson.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A shell's command that has ended.
 *
 * @param exit its exit code
 * @param said its output, standard output and standard error
 */
record Command(int exit, String said) {

    static Command run(String script, Path directory) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command(process.waitFor(), said);
    }
}
