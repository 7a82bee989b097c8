package io.github.keycloakliveperson.it.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import java.net.URI;

/** The rotation of a realm's signing keys. */
final class SigningKey {

    private SigningKey() {}

    /**
     * Adds a generated RS256 key, which signs from then on; the others stay in the set.
     *
     * @param node the node that is asked to
     * @param priority the highest one signs
     * @throws IllegalStateException when the node doesn't say that it did
     */
    static void add(TestRealm realm, URI node, int priority) {
        ObjectNode component =
                new ObjectMapper()
                        .createObjectNode()
                        .put("name", "rotated-" + priority)
                        .put("providerId", "rsa-generated")
                        .put("providerType", "org.keycloak.keys.KeyProvider");
        component.putObject("config").putArray("priority").add("" + priority);
        AdminApi.expect(201, AdminApi.of(realm).at(node).post("components", component.toString()));
    }
}
