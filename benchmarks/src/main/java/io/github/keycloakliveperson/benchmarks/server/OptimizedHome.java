package io.github.keycloakliveperson.benchmarks.server;

import io.github.keycloakliveperson.launcher.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A server that was built once and is started again and again, as production images do it: {@code
 * start --optimized} (K24).
 *
 * @param directory where the server is
 */
public record OptimizedHome(Path directory) {

    /** Keycloak's own words, at the end of its start. */
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");

    private static final long LIMIT_NANOS = 120_000_000_000L;
    private static final long PAUSE_MILLIS = 20;

    /** Builds a server and its database; the first start does both. */
    public static OptimizedHome built(boolean withJar) {
        try {
            var directory = Files.createTempDirectory("keycloak-start-");
            KeycloakServer.start(
                            MeasuredServer.configuration(withJar, "dev-file").withHome(directory))
                    .close();
            return new OptimizedHome(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a start took.
     *
     * @param seconds until it was ready, by its own word
     * @param cpuMillis processor time, to the nearest ten milliseconds
     */
    public record Start(double seconds, double cpuMillis) {}

    /** Starts the server and stops it when it has started. */
    public Start start() {
        var log = directory.resolve("start.log");
        try {
            var script =
                    new ProcessBuilder(
                                    directory.resolve("bin").resolve("kc.sh").toString(),
                                    "start",
                                    "--optimized",
                                    "--http-host=127.0.0.1",
                                    "--http-port=0",
                                    "--http-enabled=true",
                                    "--hostname-strict=false")
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            try {
                double seconds = awaitStart(script, log);
                return new Start(
                        seconds,
                        java(script).info().totalCpuDuration().orElseThrow().toNanos() * 1e-6);
            } finally {
                java(script).destroy();
                script.waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double awaitStart(Process script, Path log)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        var started = STARTED.matcher("");
        do {
            if (!script.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("No start: " + Files.readString(log));
            }
            Thread.sleep(PAUSE_MILLIS);
            started = STARTED.matcher(Files.readString(log));
        } while (!started.find());
        return Double.parseDouble(started.group(1));
    }

    private static ProcessHandle java(Process script) {
        return script.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }
}
