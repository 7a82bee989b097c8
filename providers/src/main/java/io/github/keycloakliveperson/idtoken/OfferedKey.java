package io.github.keycloakliveperson.idtoken;

import java.security.interfaces.RSAPublicKey;

/**
 * A usable RSA key as it stands in a paste, not yet named.
 *
 * @param place where it stands, for messages: {@code block 2 (CERTIFICATE)}
 * @param publicKey the RSA key
 * @param ownKid the kid it carries, or an empty string
 * @param validity when it may be used
 */
record OfferedKey(String place, RSAPublicKey publicKey, String ownKid, Validity validity) {

    @Override
    public String toString() {
        return "OfferedKey[" + place + "]";
    }
}
