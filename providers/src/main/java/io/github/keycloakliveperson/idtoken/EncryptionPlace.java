package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.guard.RunningProtocol;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/**
 * Where an encryption mapper may be: on a client without an encryption of its own, as one of OpenID
 * Connect. Keycloak skips whole client scopes by role, organization or policy, and mappers of
 * another protocol always (K33).
 */
public final class EncryptionPlace {

    private EncryptionPlace() {}

    /**
     * Whether Keycloak itself encrypts a client's id_tokens (K15), before this extension would; by
     * the values of its attributes, null for those not set.
     */
    public static boolean hasNativeEncryption(UnaryOperator<String> attributes) {
        return Stream.of(
                        OIDCConfigAttributes.ID_TOKEN_ENCRYPTED_RESPONSE_ALG,
                        OIDCConfigAttributes.ID_TOKEN_ENCRYPTED_RESPONSE_ENC)
                .map(attributes)
                .anyMatch(value -> value != null && !value.isBlank());
    }

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
        if (container instanceof ClientModel client && hasNativeEncryption(client::getAttribute)) {
            throw new EncryptionRefusal(
                    "ID token encryption of the client itself is on, so its tokens would be"
                            + " encrypted twice.",
                    "Clear the ID token encryption algorithms in the advanced settings of the"
                            + " client, or remove this mapper.");
        }
    }
}
