package io.github.keycloakliveperson.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the launcher says when a server can't be had. The distribution is a stand-in of one script;
 * real servers are started by the integration tests.
 */
class KeycloakServerTest {

    @TempDir Path directory;

    @Test
    @DisplayName("a missing provider JAR is named, with the command that builds it")
    void missingJar() {
        var jar = directory.resolve("keycloak-liveperson.jar");

        assertThatThrownBy(() -> KeycloakConfiguration.standard().withProvider(jar))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(jar.toString())
                .hasMessageContaining("mvn package");
    }

    @Test
    @DisplayName("a taken port is named, with what needed it")
    void takenPort() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.ADDRESS))) {
            assertThatThrownBy(() -> LoopbackPort.requireFree(other.getLocalPort(), "Keycloak"))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(String.valueOf(other.getLocalPort()))
                    .hasMessageContaining("Keycloak")
                    .hasMessageContaining("taken");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo first; echo the last word; sleep 60 | 1 | did not answer within 1 s | the last word",
                "echo no database; exit 3 | 60 | ended with status 3 | no database"
            })
    @DisplayName(
            "a server that doesn't answer or ends is reported in time, with the last "
                    + "lines of its log")
    void failed(String script, int seconds, String how, String lastWords) throws IOException {
        var limit = Duration.ofSeconds(seconds);
        withDistribution(
                script,
                () ->
                        assertThatThrownBy(() -> KeycloakServer.start(standIn(limit)))
                                .isInstanceOf(LaunchException.class)
                                .hasMessageContaining(how)
                                .hasMessageContaining(lastWords));
    }

    @Test
    @DisplayName(
            "the server ends when standard input of its supervisor closes, as it does when the JVM is killed")
    void supervisorEndsTheServer() throws Exception {
        var pidFile = directory.resolve("pid");
        var supervisor =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                Supervisor.script(),
                                "supervise",
                                "bash",
                                "-c",
                                "echo $$ > " + pidFile + "; sleep 60")
                        .start();
        while (!Files.exists(pidFile) || Files.size(pidFile) == 0) {
            Thread.onSpinWait();
        }
        long pid = Long.parseLong(Files.readString(pidFile).strip());

        supervisor.getOutputStream().close();

        assertThat(supervisor.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    @DisplayName(
            "equal configurations share a build result, and another option or JAR gets "
                    + "its own")
    void fingerprint() throws IOException {
        var jar = Files.writeString(directory.resolve("a.jar"), "one");
        var first = BuildFingerprint.of("26", List.of(jar), List.of("start-dev"), Map.of());

        assertThat(BuildFingerprint.of("26", List.of(jar), List.of("start-dev"), Map.of()))
                .isEqualTo(first);
        assertThat(BuildFingerprint.of("26", List.of(jar), List.of("start-dev", "-x"), Map.of()))
                .isNotEqualTo(first);
        Files.writeString(jar, "two");
        assertThat(BuildFingerprint.of("26", List.of(jar), List.of("start-dev"), Map.of()))
                .isNotEqualTo(first);
    }

    private static KeycloakConfiguration standIn(Duration limit) {
        return KeycloakConfiguration.standard().withVersion("stand-in").withStartLimit(limit);
    }

    private void withDistribution(String script, Runnable test) throws IOException {
        var distribution = directory.resolve("keycloak-stand-in");
        Files.createDirectories(distribution.resolve("lib").resolve("quarkus"));
        var bin = Files.createDirectories(distribution.resolve("bin"));
        var kc = Files.writeString(bin.resolve("kc.sh"), "#!/bin/sh\n" + script + "\n");
        assertThat(kc.toFile().setExecutable(true)).isTrue();
        var before = System.setProperty(LauncherCache.LOCATION_PROPERTY, directory.toString());
        try {
            test.run();
        } finally {
            if (before == null) {
                System.clearProperty(LauncherCache.LOCATION_PROPERTY);
            } else {
                System.setProperty(LauncherCache.LOCATION_PROPERTY, before);
            }
        }
    }
}
