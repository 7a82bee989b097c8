package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.idtoken.key.Validity;
import java.security.interfaces.RSAPublicKey;

/** A LivePerson key that can encrypt id_tokens (L13), and its kid, not blank. */
public record EncryptionKey(RSAPublicKey publicKey, String kid, Validity validity) {

    @Override
    public String toString() {
        return "EncryptionKey[kid=" + kid + "]";
    }
}
