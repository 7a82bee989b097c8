package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Keycloak server with its own process and home, on a loopback port.
 *
 * <p>It ends with {@link #close} and also when this JVM ends, however that comes about.
 */
public final class KeycloakServer implements AutoCloseable {

    /** The administrator's name and password; the server listens on loopback only. */
    public static final String ADMIN = "admin";

    private static final int STOP_LIMIT_SECONDS = 40;
    private static final int LINES_IN_ERRORS = 15;

    private final KeycloakConfiguration configuration;
    private final Path home;
    private final int port;
    private final LogFile log;
    private final Process process;

    private KeycloakServer(
            KeycloakConfiguration configuration,
            Path home,
            int port,
            LogFile log,
            Process process) {
        this.configuration = configuration;
        this.home = home;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @throws LaunchException when the distribution isn't available, the port is taken, or the
     *     server ends or doesn't answer within the limit; the message contains the last lines of
     *     its log
     */
    public static KeycloakServer start(KeycloakConfiguration configuration) {
        var cache = LauncherCache.standard();
        var distribution =
                KeycloakDistribution.resolve(
                        configuration.version(), cache, MavenCommand.found(BuildSettings.load()));
        int port = configuration.port() == 0 ? LoopbackPort.free() : configuration.port();
        LoopbackPort.requireFree(port, "Keycloak");

        var directory = configuration.home() == null ? temporaryHome() : configuration.home();
        var home =
                KeycloakHome.prepare(
                        directory, distribution, configuration.providers(), configuration.realms());
        var build = cache.resolve("build-" + fingerprint(configuration));
        var command = new KeycloakCommand(home, configuration);
        if (!home.adoptBuild(build) && configuration.buildOptions() != null) {
            command.build();
        }

        var log = new LogFile(directory.resolve("keycloak.log"));
        var process = command.start(port, log);
        var server = new KeycloakServer(configuration, directory, port, log, process);
        try {
            server.awaitReady();
            cache.locked(
                    build.getFileName().toString(),
                    () -> {
                        home.saveBuild(build);
                        return build;
                    });
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The address of the server, {@code http://localhost:PORT}, without a slash at the end. */
    public URI baseUri() {
        return URI.create("http://localhost:" + port);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** What it was started with. */
    public KeycloakConfiguration configuration() {
        return configuration;
    }

    /** The directory it lives in: {@code bin}, {@code conf}, {@code data} … */
    public Path home() {
        return home;
    }

    /** All its output, standard output and standard error. */
    public LogFile log() {
        return log;
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * The server's own process: the Java machine, not the shells around it.
     *
     * @throws IllegalStateException when it has ended
     */
    public ProcessHandle javaProcess() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server has ended."));
    }

    /** Asks the server's Java machine with the JDK's {@code jcmd}, and returns what it says. */
    public String jcmd(String command) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var asked =
                    new ProcessBuilder(jcmd, "" + javaProcess().pid(), command)
                            .redirectErrorStream(true)
                            .start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What it keeps in its heap, in bytes, after everything that can go is gone: collects the
     * garbage twice, for references that need it.
     */
    public long liveBytes() {
        jcmd("GC.class_histogram");
        // The last line is the total; bytes stand in its third column
        var total = jcmd("GC.class_histogram").lines().filter(l -> l.startsWith("Total"));
        return Long.parseLong(total.findFirst().orElseThrow().split("\\s+")[2]);
    }

    /** Ends the server as a power cut would, with SIGKILL, and keeps its home. */
    public void kill() {
        javaProcess().destroyForcibly();
        process.onExit().orTimeout(STOP_LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Stops the server, waits for its end, and deletes its home if that was temporary. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // the supervisor's sign to stop
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (configuration.home() == null) {
                new FileTree(home).delete();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The server's files in " + home + " can't be removed", e);
        }
    }

    private void awaitReady() {
        var readiness = new Readiness(baseUri().resolve("/realms/master"));
        long deadline = System.nanoTime() + configuration.startLimit().toNanos();
        while (!readiness.reached()) {
            if (!process.isAlive()) {
                throw failed("ended with status " + process.exitValue() + " before it answered");
            }
            if (System.nanoTime() > deadline) {
                throw failed(
                        "did not answer within " + configuration.startLimit().toSeconds() + " s");
            }
        }
    }

    private LaunchException failed(String how) {
        return new LaunchException(
                "Keycloak "
                        + configuration.version()
                        + " "
                        + how
                        + ". The last lines of its log:\n"
                        + log.lastLines(LINES_IN_ERRORS));
    }

    private static String fingerprint(KeycloakConfiguration configuration) {
        List<String> command = new ArrayList<>(configuration.command());
        command.addAll(
                configuration.buildOptions() == null
                        ? configuration.options()
                        : configuration.buildOptions());
        return BuildFingerprint.of(
                configuration.version(),
                configuration.providers(),
                command,
                configuration.environment());
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("keycloak-");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for the server's files", e);
        }
    }
}
