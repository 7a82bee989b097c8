package io.github.keycloakliveperson.window.external;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a code has to share with the window's own request: PKCE's challenge and the nonce (L19). A
 * code that was issued without them, for another request, is not this window's.
 *
 * @param digest of the values, 128 bits in base64url: as short as it is safe, for it is kept
 */
public record CodeBinding(String digest) {

    /** In Keycloak's codes and in requests alike. */
    private static final List<String> BOUND =
            List.of("nonce", "code_challenge", "code_challenge_method");

    private static final int BYTES = 16;

    /**
     * Takes the values from a request or from a code, by OAuth's names; a missing one and an empty
     * one are the same.
     */
    public static CodeBinding of(Map<String, String> values) {
        // With the lengths, so that no value can pass for the end of another
        var bound =
                BOUND.stream()
                        .map(name -> Optional.ofNullable(values.get(name)).orElse(""))
                        .map(value -> value.length() + ":" + value)
                        .collect(Collectors.joining());
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(bound.getBytes(StandardCharsets.UTF_8));
            return new CodeBinding(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Arrays.copyOf(digest, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
