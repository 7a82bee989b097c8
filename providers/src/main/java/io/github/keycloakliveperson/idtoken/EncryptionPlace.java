package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.guard.RunningProtocol;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;

/**
 * Where an encryption mapper may be: on a client, as one of OpenID Connect. Keycloak skips whole
 * client scopes by role, organization or policy, and mappers of another protocol always (K33).
 */
final class EncryptionPlace {

    private EncryptionPlace() {}

    /** Refuses any other place; the container is null for a client that doesn't exist yet. */
    static void require(ProtocolMapperModel mapper, ProtocolMapperContainerModel container)
            throws EncryptionRefusal {
        if (container != null && !(container instanceof ClientModel)) {
            throw new EncryptionRefusal(
                    "The encryption mapper is in a client scope, which Keycloak skips for some"
                            + " users and requests.",
                    "Add the mapper to the client itself, and delete it from the client scope.");
        }
        if (!RunningProtocol.isOf(mapper)) {
            throw new EncryptionRefusal(RunningProtocol.PROBLEM, RunningProtocol.FIX);
        }
    }
}
