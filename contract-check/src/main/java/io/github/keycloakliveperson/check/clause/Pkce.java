package io.github.keycloakliveperson.check.clause;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What LivePerson makes for one sign-in (L19).
 *
 * @param verifier 43 characters, told to the token endpoint only
 * @param challenge its S256 (RFC 7636 §4.2), told to the page or app
 */
record Pkce(String verifier, String challenge) {
    static Pkce fresh() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String verifier = base64url(random);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return new Pkce(verifier, base64url(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
