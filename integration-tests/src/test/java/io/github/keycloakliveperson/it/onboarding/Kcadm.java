package io.github.keycloakliveperson.it.onboarding;

import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A shell with {@code kcadm.sh} of a running server's distribution, logged in as its admin. */
record Kcadm(Path bin, Path config) {

    /** A command's output, standard output and standard error, and its exit status. */
    record Said(int exit, String text) {}

    static Kcadm loggedIn(KeycloakUnderTest keycloak, Path directory) {
        Path home = ((KeycloakProcess) keycloak).server().home();
        Kcadm kcadm = new Kcadm(home.resolve("bin"), directory.resolve("kcadm.config"));
        Said said =
                kcadm.run(
                        "config",
                        "credentials",
                        "--server",
                        keycloak.baseUri().toString(),
                        "--realm",
                        "master",
                        "--user",
                        keycloak.adminUser(),
                        "--password",
                        keycloak.adminPassword());
        if (said.exit() != 0) {
            throw new IllegalStateException(said.text());
        }
        return kcadm;
    }

    /** Runs {@code kcadm.sh} with arguments. */
    Said run(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(bin.resolve("kcadm.sh").toString());
        command.addAll(List.of(arguments));
        command.add("--config");
        command.add(config.toString());
        return run(new ProcessBuilder(command));
    }

    /** Runs a script with {@code kcadm.sh} on its path, in a directory, until its first failure. */
    Said script(String text, Path directory, Map<String, String> environment) {
        String wrapper =
                "kcadm.sh() { '" + bin + "/kcadm.sh' \"$@\" --config '" + config + "'; }\n";
        ProcessBuilder process =
                new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", wrapper + text)
                        .directory(directory.toFile());
        process.environment().putAll(environment);
        return run(process);
    }

    private static Said run(ProcessBuilder command) {
        try {
            Path output = Files.createTempFile("kcadm-", ".out");
            command.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process =
                    command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            try {
                if (!process.waitFor(9, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("Still running: " + command.command());
                }
                return new Said(process.exitValue(), Files.readString(output));
            } finally {
                process.destroyForcibly();
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
