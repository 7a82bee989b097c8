package io.github.keycloakliveperson.window.external;

import java.util.Optional;
import java.util.Set;

/**
 * An error that the window is told, in the words of RFC 6749 4.1.2.1, OpenID Connect Core 3.1.2.6
 * and RFC 8707.
 *
 * @param code one of their codes, and no other: it is a label in events and metrics too
 * @param description a sentence for the developer who looks at the address bar, or empty
 */
public record OAuthError(String code, Optional<String> description) {

    private static final Set<String> CODES =
            Set.of(
                    "invalid_request",
                    "unauthorized_client",
                    "access_denied",
                    "unsupported_response_type",
                    "invalid_scope",
                    "server_error",
                    "temporarily_unavailable",
                    "interaction_required",
                    "login_required",
                    "account_selection_required",
                    "consent_required",
                    "invalid_request_uri",
                    "invalid_request_object",
                    "request_not_supported",
                    "request_uri_not_supported",
                    "registration_not_supported",
                    "invalid_target");

    private static final int LONGEST_DESCRIPTION = 512;

    public OAuthError {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("No OAuth error has this code.");
        }
    }

    /** An error of our own, with a description in ASCII. */
    public static OAuthError of(String code, String description) {
        return new OAuthError(code, Optional.of(description));
    }

    /**
     * An error that Keycloak reported, possibly through the consumer's browser. Its description
     * goes on as it came, if its characters are those that RFC 6749 allows and it isn't overlong.
     *
     * @param description the value of {@code error_description}, or null
     */
    static OAuthError relayed(String code, String description) {
        if (!CODES.contains(code)) {
            return of("server_error", "The sign-in ended with an unknown error.");
        }
        return new OAuthError(code, Optional.ofNullable(description).filter(OAuthError::isAllowed));
    }

    private static boolean isAllowed(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_DESCRIPTION
                && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f && c != '"' && c != '\\');
    }
}
