package io.github.keycloakliveperson.it.harness;

import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A Keycloak that the launcher started on this machine. */
public record KeycloakProcess(KeycloakServer server) implements KeycloakUnderTest {

    /** A loaded machine takes its time; tests of the limit itself set their own. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    static KeycloakProcess start(ServerSetup setup) {
        KeycloakConfiguration configuration =
                KeycloakConfiguration.standard()
                        .withVersion(setup.version())
                        .withStartLimit(START_LIMIT);
        for (Path jar : setup.providers()) {
            configuration = configuration.withProvider(jar);
        }
        for (Path realm : setup.realms()) {
            configuration = configuration.withRealm(realm);
        }
        for (String option : setup.options()) {
            configuration = configuration.withOption(option);
        }
        for (var variable : setup.environment().entrySet()) {
            configuration = configuration.withEnvironment(variable.getKey(), variable.getValue());
        }
        return new KeycloakProcess(KeycloakServer.start(configuration));
    }

    /**
     * What starts again and again in one home and at one address, with other files of providers.
     *
     * @param home is kept
     */
    public static KeycloakConfiguration inPlace(Path home) {
        return KeycloakConfiguration.standard()
                .withVersion(System.getProperty("keycloak.version"))
                .withPort(LoopbackPort.free())
                .withHome(home)
                .withEnvironment("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1")
                .withStartLimit(START_LIMIT);
    }

    @Override
    public URI baseUri() {
        return server.baseUri();
    }

    @Override
    public String version() {
        return server.configuration().version();
    }

    @Override
    public String log() {
        return server.log().text();
    }

    @Override
    public String adminUser() {
        return KeycloakServer.ADMIN;
    }

    @Override
    public String adminPassword() {
        return KeycloakServer.ADMIN;
    }

    @Override
    public void close() {
        server.close();
    }
}
