package io.github.keycloakliveperson.demo;

import io.github.keycloakliveperson.launcher.LaunchException;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.net.URI;

/**
 * The demo's ports.
 *
 * @param keycloak Keycloak's
 * @param brand the brand site's
 * @param cloud the Conversational Cloud's
 */
record DemoPorts(int keycloak, int brand, int cloud) {

    static final int KEYCLOAK = 8080;
    static final int BRAND = 8081;
    static final int CLOUD = 8082;

    /**
     * @param keycloak the requested port, or null for the usual or any free one; the same for the
     *     others
     * @throws LaunchException when a port that was asked for is taken
     */
    static DemoPorts choose(Integer keycloak, Integer brand, Integer cloud) {
        return new DemoPorts(
                choose(keycloak, KEYCLOAK, "Keycloak"),
                choose(brand, BRAND, "the brand site"),
                choose(cloud, CLOUD, "the Conversational Cloud"));
    }

    private static int choose(Integer asked, int usual, String purpose) {
        if (asked != null) {
            LoopbackPort.requireFree(asked, purpose);
            return asked;
        }
        try {
            LoopbackPort.requireFree(usual, purpose);
            return usual;
        } catch (LaunchException e) {
            return LoopbackPort.free();
        }
    }

    static URI origin(int port) {
        return URI.create("http://localhost:" + port);
    }
}
