package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.target.LivePersonKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

/** Keys made once for all tests. */
final class FakeKeys {
    static final KeyPair SIGNING = rsa(2048);
    static final KeyPair FOREIGN = rsa(2048);
    static final KeyPair WEAK = rsa(1024);
    private static final KeyPair ENCRYPTION = rsa(2048);

    static final LivePersonKey LIVEPERSON = new LivePersonKey(ENCRYPTION.getPrivate(), "lpsso2026");

    private FakeKeys() {}

    static PublicKey encryption() {
        return ENCRYPTION.getPublic();
    }

    /** The signing key as one pastes it. */
    static String spki() {
        return Base64.getEncoder().encodeToString(SIGNING.getPublic().getEncoded());
    }

    private static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
