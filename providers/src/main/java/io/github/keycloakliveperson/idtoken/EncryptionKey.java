package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.idtoken.key.Validity;
import java.security.interfaces.RSAPublicKey;

/** A key of LivePerson's that can encrypt id_tokens (L13), and its name there, not blank. */
public record EncryptionKey(RSAPublicKey publicKey, String kid, Validity validity) {

    @Override
    public String toString() {
        return "EncryptionKey[kid=" + kid + "]";
    }
}
