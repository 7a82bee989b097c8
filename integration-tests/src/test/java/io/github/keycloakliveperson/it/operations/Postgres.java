package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.demo.launcher.LoopbackPort;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine's own PostgreSQL, with a cluster of its own that goes with it. */
final class Postgres implements AutoCloseable {

    /** Who owns the databases; everyone on this machine may come in. */
    static final String USER = "keycloak";

    private static final String MISSING =
            "There is no PostgreSQL at /usr/lib/postgresql/*/bin: install postgresql.";

    /** PostgreSQL refuses to run as root. */
    private static final List<String> AS_POSTGRES =
            "root".equals(System.getProperty("user.name"))
                    ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups")
                    : List.of();

    private final Path programs;
    private final Path home;
    private final int port;
    private final Process process;

    private Postgres(Path programs, Path home, int port, Process process) {
        this.programs = programs;
        this.home = home;
        this.port = port;
        this.process = process;
    }

    static Postgres start() throws Exception {
        Path programs = programs();
        Path home = Files.createTempDirectory("postgres-");
        if (!AS_POSTGRES.isEmpty()) {
            Files.setOwner(
                    home,
                    home.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("postgres"));
        }
        Path data = home.resolve("data");
        await(run(programs, "initdb", "--no-sync", "-A", "trust", "-U", USER, "-D", "" + data));
        int port = LoopbackPort.free();
        Process process =
                run(
                        programs,
                        "postgres",
                        "-D",
                        data.toString(),
                        "-h",
                        LoopbackPort.ADDRESS,
                        "-p",
                        "" + port,
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=300",
                        "-c",
                        "fsync=off");
        Postgres postgres = new Postgres(programs, home, port, process);
        postgres.waitUntilItListens();
        return postgres;
    }

    /** Makes a database and tells its JDBC address. */
    String database(String name) throws Exception {
        await(
                run(
                        programs,
                        "createdb",
                        "-h",
                        LoopbackPort.ADDRESS,
                        "-p",
                        "" + port,
                        "-U",
                        USER,
                        name));
        return "jdbc:postgresql://" + LoopbackPort.ADDRESS + ":" + port + "/" + name;
    }

    /** Once is enough: a cluster that doesn't start closes it too. */
    @Override
    public void close() {
        if (Files.notExists(home)) {
            return;
        }
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void waitUntilItListens() throws InterruptedException {
        for (int attempt = 0; attempt < 300 && process.isAlive(); attempt++) {
            try {
                new Socket(LoopbackPort.ADDRESS, port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("PostgreSQL doesn't listen; its files are in " + home);
    }

    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(MISSING));
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IllegalStateException(MISSING, e);
        }
    }

    private static Process run(Path programs, String program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(AS_POSTGRES);
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void await(Process process) throws InterruptedException {
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException(
                    process.info().commandLine().orElse("PostgreSQL's program")
                            + " ended with status "
                            + status);
        }
    }
}
