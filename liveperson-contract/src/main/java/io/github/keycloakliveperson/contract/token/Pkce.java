package io.github.keycloakliveperson.contract.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * LivePerson's side of PKCE (RFC 7636, L19): it keeps the verifier and hands out the challenge.
 *
 * @param verifier 43 characters, for the token call only
 * @param challenge S256 of it, for the page, the app or the window
 */
public record Pkce(String verifier, String challenge) {

    /** The only method LivePerson speaks. */
    public static final String METHOD = "S256";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VERIFIER_BYTES = 32;

    /** {@return a new pair} */
    public static Pkce create() {
        var bytes = new byte[VERIFIER_BYTES];
        RANDOM.nextBytes(bytes);
        var base64url = Base64.getUrlEncoder().withoutPadding();
        return of(base64url.encodeToString(bytes));
    }

    /**
     * @param verifier 43 to 128 unreserved characters
     * @return the pair of this verifier
     */
    public static Pkce of(String verifier) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return new Pkce(
                    verifier, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return "Pkce[challenge=" + challenge + "]";
    }
}
