package io.github.keycloakliveperson.demo;

import io.github.keycloakliveperson.demo.cloud.CloudServer;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which Keycloak the demo uses: one of its own, or one that runs already. */
final class KeycloakOptions {

    static final String REALM = "brand";

    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    @Option(
            names = "--jar",
            defaultValue = "providers/target/keycloak-liveperson.jar",
            description = "The extension. Default: ${DEFAULT-VALUE}.")
    private Path jar;

    @Option(
            names = "--realm-template",
            defaultValue = "realm-templates/liveperson-realm.json",
            description = "The realm template. Default: ${DEFAULT-VALUE}.")
    private Path template;

    @Option(names = "--keycloak-port", description = "Keycloak's port. Usually 8080.")
    Integer port;

    @Option(
            names = "--keycloak-url",
            description =
                    "Uses the Keycloak that browsers reach at this address, instead of starting one. It needs the"
                            + " extension, and a realm from the template with this demo's addresses.")
    private URI running;

    @Option(
            names = "--keycloak-internal-url",
            description =
                    "The address at which the demo's servers reach that Keycloak, if it differs.")
    private URI internal;

    @Option(
            names = "--admin",
            defaultValue = KeycloakServer.ADMIN,
            description = "Its administrator. Default: ${DEFAULT-VALUE}.")
    String admin;

    @Option(
            names = "--admin-password",
            defaultValue = "${env:KC_BOOTSTRAP_ADMIN_PASSWORD:-admin}",
            description =
                    "The administrator's password. Also read from KC_BOOTSTRAP_ADMIN_PASSWORD.")
    String adminPassword;

    /** The running Keycloak's addresses, server's first; empty when the demo starts its own. */
    Optional<Running> running() {
        return Optional.ofNullable(running)
                .map(url -> new Running(url, internal == null ? url : internal));
    }

    /** A Keycloak that runs already. */
    record Running(URI browserUri, URI serverUri) {}

    KeycloakConfiguration configuration(int keycloakPort, URI brand, URI cloud) {
        return KeycloakConfiguration.standard()
                .withPort(keycloakPort)
                .withStartLimit(START_LIMIT)
                .withProvider(jar)
                .withRealm(template)
                .withEnvironment("LIVEPERSON_REALM", REALM)
                .withEnvironment("LIVEPERSON_REALM_DISPLAY_NAME", "Fernhill")
                .withEnvironment("LIVEPERSON_BRAND_ORIGIN", brand.toString())
                .withEnvironment("LIVEPERSON_WINDOW_URI", cloud + CloudServer.EXTERNAL_WINDOW);
    }
}
