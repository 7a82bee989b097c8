package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Keys made once for all tests. */
final class FakeKeys {
    static final KeyPair SIGNING = rsa(2048);
    static final KeyPair FOREIGN = rsa(2048);
    static final KeyPair WEAK = rsa(1024);
    static final LivePersonKeyPair LIVEPERSON = LivePersonKeyPair.generate("lpsso2026");

    private FakeKeys() {}

    /** The signing key as one pastes it. */
    static String spki() {
        return Base64.getEncoder().encodeToString(SIGNING.getPublic().getEncoded());
    }

    private static KeyPair rsa(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
