package io.github.keycloakliveperson.demo.site;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that nobody can guess. */
public final class RandomId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private RandomId() {}

    /** {@return 24 base64url characters} */
    public static String create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
