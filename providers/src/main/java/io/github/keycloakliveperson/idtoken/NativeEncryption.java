package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** Keycloak's own id_token encryption (K15), which would encrypt before this extension does. */
public final class NativeEncryption {

    private NativeEncryption() {}

    /** Whether a client has it switched on, by its attributes' values; null for those not set. */
    public static boolean isOn(UnaryOperator<String> attributes) {
        return Stream.of(
                        OIDCConfigAttributes.ID_TOKEN_ENCRYPTED_RESPONSE_ALG,
                        OIDCConfigAttributes.ID_TOKEN_ENCRYPTED_RESPONSE_ENC)
                .map(attributes)
                .anyMatch(value -> value != null && !value.isBlank());
    }

    static void refuse(ClientModel client) throws EncryptionRefusal {
        if (isOn(client::getAttribute)) {
            throw new EncryptionRefusal(
                    "ID token encryption of the client itself is on, so its tokens would be encrypted twice.",
                    "Clear the ID token encryption algorithms in the advanced settings of the"
                            + " client, or remove this mapper.");
        }
    }
}
