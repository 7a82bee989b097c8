package io.github.keycloakliveperson.it.harness;

import java.net.URI;

/** A running Keycloak, wherever it runs. */
public interface KeycloakUnderTest extends AutoCloseable {

    /** Its address, without a slash at the end. */
    URI baseUri();

    /** Where administrators reach it: behind a reverse proxy they don't come through the front. */
    default URI adminUri() {
        return baseUri();
    }

    /** Its version. */
    String version();

    /** All that it has logged so far. */
    String log();

    /** The bootstrap administrator's name. */
    String adminUser();

    /** The bootstrap administrator's password. */
    String adminPassword();

    @Override
    void close();
}
