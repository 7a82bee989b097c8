package io.github.keycloakliveperson.window;

import java.util.Optional;

/**
 * An error that the window is told, in the RFC's words (RFC 6749 4.1.2.1, OpenID Connect Core
 * 3.1.2.6).
 *
 * @param code the RFC's code
 * @param description a sentence for the developer who looks at the address bar, or empty
 */
public record OAuthError(String code, Optional<String> description) {

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_DESCRIPTION = 512;

    /**
     * An error of our own.
     *
     * @param code the RFC's code
     * @param description what is wrong and what to do, in ASCII
     * @return the error
     */
    public static OAuthError of(String code, String description) {
        return new OAuthError(code, Optional.of(description));
    }

    /**
     * An error that Keycloak reported through the consumer's browser. It goes on as it came, if its
     * characters are those that RFC 6749 allows and it isn't overlong.
     *
     * @param code the value of {@code error}
     * @param description the value of {@code error_description}, or null
     * @return the error, or {@code server_error} when the code isn't one
     */
    static OAuthError relayed(String code, String description) {
        if (!isAllowed(code, LONGEST_CODE)) {
            return of("server_error", "The sign-in ended with an error that has no name.");
        }
        return new OAuthError(
                code,
                Optional.ofNullable(description).filter(d -> isAllowed(d, LONGEST_DESCRIPTION)));
    }

    private static boolean isAllowed(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f && c != '"' && c != '\\');
    }
}
