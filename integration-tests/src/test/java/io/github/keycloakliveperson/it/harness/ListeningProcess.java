package io.github.keycloakliveperson.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.launcher.FileTree;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of this machine that listens on a loopback port, until it is closed. Its files go with
 * it.
 *
 * @param process its one process
 * @param home where its files are
 * @param port the port it listens on
 */
public record ListeningProcess(Process process, Path home, int port) implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final long STOP_LIMIT_SECONDS = 30;

    /**
     * Skips the test where a program isn't installed; in continuous integration it has to be.
     *
     * @param program its name
     * @param packages what to install
     * @param modules files that have to be there too
     */
    public static void require(String program, String packages, Path executable, Path... modules) {
        boolean installed =
                Files.isExecutable(executable) && Stream.of(modules).allMatch(Files::exists);
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(
                    installed, "There is no " + program + " here: install " + packages + ".");
        }
        assertThat(installed).as("%s and %s", program, List.of(modules)).isTrue();
    }

    /** Makes the directory for its files: most programs want it named in their configuration. */
    public static Path newHome(String program) {
        try {
            return Files.createTempDirectory(program + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a program that stays in the foreground, and waits until it listens.
     *
     * @throws IllegalStateException when it doesn't, with all that it said
     */
    public static ListeningProcess start(Path home, int port, List<String> command) {
        return start(home, port, command, START_LIMIT);
    }

    /** The same for a program that takes longer. */
    public static ListeningProcess start(
            Path home, int port, List<String> command, Duration startLimit) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(home.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output(home).toFile())
                            .start();
            ListeningProcess started = new ListeningProcess(process, home, port);
            started.waitUntilItListens(Instant.now().plus(startLimit));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers to plain http, without a slash at the end. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** What it said, on both outputs. */
    public String log() {
        try {
            return Files.readString(output(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and removes its files. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(STOP_LIMIT_SECONDS, TimeUnit.SECONDS).join();
        try {
            new FileTree(home).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitUntilItListens(Instant limit) {
        while (process.isAlive() && Instant.now().isBefore(limit)) {
            try {
                new Socket(LoopbackPort.ADDRESS, port).close();
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
        String how =
                process.isAlive()
                        ? " doesn't listen on port " + port
                        : " ended with status " + process.exitValue();
        String said = log();
        close();
        throw new IllegalStateException(home.getFileName() + how + ": " + said);
    }

    private static Path output(Path home) {
        return home.resolve("output.log");
    }
}
