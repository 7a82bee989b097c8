package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.idtoken.key.Validity;
import java.security.interfaces.RSAPublicKey;

/**
 * A key of LivePerson's that id_tokens can be encrypted with (L13): RSA of 2,048 bits or more, with
 * the kid that LivePerson routes by.
 *
 * @param publicKey the RSA key
 * @param kid LivePerson's name for it, not blank
 * @param validity when it may be used
 */
public record EncryptionKey(RSAPublicKey publicKey, String kid, Validity validity) {

    @Override
    public String toString() {
        return "EncryptionKey[kid=" + kid + "]";
    }
}
