package io.github.keycloakliveperson.window.external;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a code has to share with the window's own request: PKCE's challenge and the nonce (L19). A
 * code that was issued without them, for another request, is not this window's.
 *
 * @param digest of the values, 128 bits in base64url: as short as it is safe, because it is stored
 */
public record CodeBinding(String digest) {

    /** In Keycloak's codes and in requests alike. */
    private static final List<String> BOUND =
            List.of("nonce", "code_challenge", "code_challenge_method");

    /** Of a request or a code, by OAuth's names; a missing value and an empty one are the same. */
    public static CodeBinding of(Map<String, String> values) {
        // With the lengths, so that no value can pass for the end of another
        var bound =
                BOUND.stream()
                        .map(name -> Objects.toString(values.get(name), ""))
                        .map(value -> value.length() + ":" + value)
                        .collect(Collectors.joining());
        return new CodeBinding(WindowHandle.digest(bound));
    }
}
