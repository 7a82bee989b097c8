package io.github.keycloakliveperson.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real nginx on this machine.
 *
 * @param process its one process
 * @param home where its files are
 * @param port the loopback port it listens on
 */
public record NginxProcess(Process process, Path home, int port) implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/sbin/nginx");

    /**
     * Skips the test where nginx isn't installed; in continuous integration it has to be.
     *
     * @param modules files of nginx's that have to be there too
     */
    public static void require(Path... modules) {
        boolean installed =
                Files.isExecutable(EXECUTABLE) && Stream.of(modules).allMatch(Files::exists);
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(
                    installed, "There is no nginx here: install nginx and libnginx-mod-http-js.");
        }
        assertThat(installed).as("nginx and %s", List.of(modules)).isTrue();
    }

    /**
     * Starts nginx and waits until it listens.
     *
     * @param configuration the whole of {@code nginx.conf}
     */
    public static NginxProcess start(Path home, int port, String configuration) throws Exception {
        Files.writeString(home.resolve("nginx.conf"), configuration);
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
        NginxProcess nginx = new NginxProcess(process, home, port);
        nginx.waitUntilItListens();
        return nginx;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
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
}
