package io.github.keycloakliveperson.window.external;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An error for the window, with a code of RFC 6749 4.1.2.1, OpenID Connect Core 3.1.2.6 and RFC
 * 8707.
 *
 * @param code one of their codes, and no other: it is a label in events and metrics too
 * @param description a sentence for the developer who looks at the address bar, or empty
 */
public record OAuthError(String code, Optional<String> description) {

    private static final Pattern CODE =
            Pattern.compile(
                    "invalid_request|unauthorized_client|access_denied|unsupported_response_type"
                            + "|invalid_scope|server_error|temporarily_unavailable"
                            + "|interaction_required|login_required|account_selection_required"
                            + "|consent_required|invalid_request_uri|invalid_request_object"
                            + "|request_not_supported|request_uri_not_supported"
                            + "|registration_not_supported|invalid_target");

    /** What RFC 6749 allows in an {@code error_description}, not overlong. */
    private static final Pattern DESCRIPTION = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]{1,512}");

    public OAuthError {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("No OAuth error has this code.");
        }
    }

    /** An error of our own, with a description in ASCII. */
    public static OAuthError of(String code, String description) {
        return new OAuthError(code, Optional.of(description));
    }

    /**
     * An error that Keycloak reported, possibly through the consumer's browser, with its
     * description as it came if that is allowed; null for none.
     */
    public static OAuthError relayed(String code, String description) {
        if (!CODE.matcher(code).matches()) {
            return of("server_error", "The sign-in ended with an unknown error.");
        }
        return new OAuthError(
                code, Optional.ofNullable(description).filter(DESCRIPTION.asMatchPredicate()));
    }
}
