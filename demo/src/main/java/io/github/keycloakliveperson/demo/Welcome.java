package io.github.keycloakliveperson.demo;

import io.github.keycloakliveperson.launcher.KeycloakServer;
import java.net.URI;

/** What the demo prints when everything runs. */
final class Welcome {

    private Welcome() {}

    static String text(URI keycloak, URI brand, URI cloud) {
        return """

        The demo is running.

          Brand site          %s/
                              sign in as demo-consumer, password demo-consumer
          Agent workspace     %s/agent
          Keycloak console    %s/admin/master/console/#/brand
                              sign in as %s, password %s

        Ctrl-C stops it all.
        """
                .formatted(brand, cloud, keycloak, KeycloakServer.ADMIN, KeycloakServer.ADMIN);
    }
}
