package io.github.keycloakliveperson.it.harness;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.utility.MountableFile;

/** A Keycloak in a container of the official image, on the Docker server of this machine. */
record KeycloakInContainer(KeycloakContainer container, String version)
        implements KeycloakUnderTest {

    private static final String IMAGE = "quay.io/keycloak/keycloak:";
    private static final String HOME = "/opt/keycloak/";
    private static final int HTTP_PORT = 8080;

    /** A loaded machine takes its time. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** What the launcher waits for too. */
    private static final WaitStrategy READY =
            Wait.forHttp("/realms/master").forPort(HTTP_PORT).withStartupTimeout(START_LIMIT);

    static KeycloakInContainer start(ServerSetup setup) {
        KeycloakContainer container =
                new KeycloakContainer(IMAGE + setup.version())
                        .waitingFor(READY)
                        .withEnv(setup.environment());
        for (Path jar : setup.providers()) {
            container.withCopyFileToContainer(
                    MountableFile.forHostPath(jar), HOME + "providers/" + jar.getFileName());
        }
        for (Path realm : setup.realms()) {
            container.withCopyFileToContainer(
                    MountableFile.forHostPath(realm), HOME + "data/import/" + realm.getFileName());
        }
        if (!setup.realms().isEmpty()) {
            container.withCustomCommand("--import-realm");
        }
        setup.options().forEach(container::withCustomCommand);
        container.start();
        return new KeycloakInContainer(container, setup.version());
    }

    @Override
    public URI baseUri() {
        return URI.create("http://" + container.getHost() + ":" + container.getHttpPort());
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public String adminUser() {
        return container.getAdminUsername();
    }

    @Override
    public String adminPassword() {
        return container.getAdminPassword();
    }

    @Override
    public void close() {
        container.stop();
    }
}
