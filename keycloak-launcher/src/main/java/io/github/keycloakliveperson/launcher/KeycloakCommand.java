package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code kc.sh} of one home.
 *
 * @param home where it lies
 * @param configuration what it is run with
 */
record KeycloakCommand(KeycloakHome home, KeycloakConfiguration configuration) {

    private static final int LINES_IN_ERRORS = 15;

    /**
     * Runs {@code kc.sh build} to its end.
     *
     * @throws LaunchException when it fails, with the last lines of its output
     */
    void build() {
        List<String> command = new ArrayList<>();
        command.add(home.script("kc.sh").toString());
        command.add("build");
        command.addAll(configuration.buildOptions());
        var log = new LogFile(home.directory().resolve("build.log"));
        try {
            int status = run(command, log).waitFor();
            if (status != 0) {
                throw new LaunchException(
                        "kc.sh build ended with status "
                                + status
                                + ". Its last words:\n"
                                + log.lastLines(LINES_IN_ERRORS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while kc.sh built", e);
        }
    }

    /** Starts the server, under the supervisor that ends it together with this JVM. */
    Process start(int port, LogFile log) {
        List<String> command = new ArrayList<>();
        command.add("bash");
        command.add("-c");
        command.add(Supervisor.script());
        command.add("supervise");
        command.add(home.script("kc.sh").toString());
        command.addAll(configuration.command());
        command.add("--http-host=" + LoopbackPort.ADDRESS);
        command.add("--http-port=" + port);
        command.addAll(configuration.options());
        return run(command, log);
    }

    private Process run(List<String> command, LogFile log) {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.path().toFile());
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(configuration.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LaunchException("Keycloak can't be run: is there a bash on the path?", e);
        }
    }
}
