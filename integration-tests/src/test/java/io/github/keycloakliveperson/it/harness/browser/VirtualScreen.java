package io.github.keycloakliveperson.it.harness.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A screen for programs that want one.
 *
 * @param display its name, as the variable {@code DISPLAY} has it
 */
record VirtualScreen(Process process, String display) implements AutoCloseable {

    static VirtualScreen start(Path xvfb) {
        try {
            Process process =
                    new ProcessBuilder(
                                    xvfb.toString(),
                                    "-displayfd",
                                    "1",
                                    "-screen",
                                    "0",
                                    "1280x1024x24",
                                    "-nolisten",
                                    "tcp")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            // it says the number as soon as it is ready
            BufferedReader output =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.US_ASCII));
            return new VirtualScreen(process, ":" + output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
