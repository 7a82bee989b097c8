package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private final ListeningProcess process;

    private Postgres(Path programs, ListeningProcess process) {
        this.programs = programs;
        this.process = process;
    }

    static Postgres start() throws Exception {
        Path programs = programs();
        Path home = ListeningProcess.newHome("postgres");
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
        List<String> server =
                command(
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
        return new Postgres(programs, ListeningProcess.start(home, port, server));
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
                        "" + process.port(),
                        "-U",
                        USER,
                        name));
        return "jdbc:postgresql://" + LoopbackPort.ADDRESS + ":" + process.port() + "/" + name;
    }

    @Override
    public void close() {
        process.close();
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
        return new ProcessBuilder(command(programs, program, arguments))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> command(Path programs, String program, String... arguments) {
        List<String> command = new ArrayList<>(AS_POSTGRES);
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
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
