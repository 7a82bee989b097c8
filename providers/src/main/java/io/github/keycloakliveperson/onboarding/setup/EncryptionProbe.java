package io.github.keycloakliveperson.onboarding.setup;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** What the encryption mapper's factory tells about its state, without a token. */
@FunctionalInterface
public interface EncryptionProbe {

    /**
     * Looks at a client's encryption mapper, wherever it is.
     *
     * @param session the current session
     * @param client the client
     * @return empty where the client's id_tokens are not meant to be encrypted
     */
    Optional<Encryption> encryption(KeycloakSession session, ClientModel client);
}
