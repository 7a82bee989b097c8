package io.github.keycloakliveperson.idtoken.key;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * A usable RSA key from a paste, without its kid yet.
 *
 * @param place its place, for messages: {@code block 2 (CERTIFICATE)}
 * @param ownKid the kid it carries, or an empty string
 * @param certificate the certificate it came in, which says when and for what it may be used
 */
public record UnnamedKey(
        String place,
        RSAPublicKey publicKey,
        String ownKid,
        Optional<X509Certificate> certificate) {

    public Validity validity() {
        return certificate.map(Validity::of).orElse(Validity.ALWAYS);
    }

    @Override
    public String toString() {
        return "UnnamedKey[" + place + "]";
    }
}
