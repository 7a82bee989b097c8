package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** Keycloak's own id_token encryption (K15), which would encrypt before this extension does. */
final class NativeEncryption {

    private NativeEncryption() {}

    /**
     * Tells whether a client has it switched on.
     *
     * @param client an OpenID Connect client
     */
    static boolean isOn(ClientModel client) {
        return isSet(client, OIDCConfigAttributes.ID_TOKEN_ENCRYPTED_RESPONSE_ALG)
                || isSet(client, OIDCConfigAttributes.ID_TOKEN_ENCRYPTED_RESPONSE_ENC);
    }

    static void refuse(ClientModel client) throws EncryptionRefusal {
        if (isOn(client)) {
            throw new EncryptionRefusal(
                    "ID token encryption of the client itself is on, so its tokens would be encrypted twice.",
                    "Clear the ID token encryption algorithms in the advanced settings of the"
                            + " client, or remove this mapper.");
        }
    }

    private static boolean isSet(ClientModel client, String attribute) {
        String value = client.getAttribute(attribute);
        return value != null && !value.isBlank();
    }
}
