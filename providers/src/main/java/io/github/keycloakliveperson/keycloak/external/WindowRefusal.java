package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.window.external.OAuthError;
import io.github.keycloakliveperson.window.mapper.ClientSearch;
import java.util.Optional;
import org.keycloak.events.Errors;

/**
 * Why a request of the external window isn't served. If client or address can't be trusted, the
 * consumer gets a page and no redirect.
 *
 * @param error the event's error: one of Keycloak's codes or OAuth's, never one from a request
 * @param reason the event's reason: a sentence of ours
 * @param message the key of the page's message, empty when the window is told
 * @param location the window's address with the error, empty when a page is shown
 */
record WindowRefusal(
        String error, String reason, Optional<String> message, Optional<String> location) {

    static final WindowRefusal HTTPS_REQUIRED =
            page(Errors.SSL_REQUIRED, "https is required", "httpsRequiredMessage");

    static final WindowRefusal REALM_DISABLED =
            page(Errors.REALM_DISABLED, "the realm is disabled", "realmNotEnabledMessage");

    static final WindowRefusal FRAMED =
            page(
                    Errors.INVALID_REQUEST,
                    "a page of another site requested it, not a top-level window",
                    "livepersonWindowGone");

    /** The client isn't there, is disabled, or isn't LivePerson's. */
    static WindowRefusal client(ClientSearch.Missing missing) {
        var error =
                switch (missing) {
                    case UNNAMED -> Errors.INVALID_REQUEST;
                    case TOO_LONG, UNKNOWN -> Errors.CLIENT_NOT_FOUND;
                    case DISABLED -> Errors.CLIENT_DISABLED;
                    case NOT_LIVEPERSON -> Errors.INVALID_CLIENT;
                };
        return page(error, missing.reason(), "livepersonClientRefused");
    }

    static WindowRefusal address(String reason) {
        return page(Errors.INVALID_REDIRECT_URI, reason, "livepersonAddressRefused");
    }

    /** Nothing waits for this answer, or not in this browser. */
    static WindowRefusal windowGone(String reason) {
        return page(Errors.EXPIRED_CODE, reason, "livepersonWindowGone");
    }

    /** For the window itself, which is trusted by now; an error of ours. */
    static WindowRefusal told(OAuthError error, String location) {
        return told(error.code(), error.description().orElse(error.code()), location);
    }

    /** For the window itself; an error from the browser, whose description can't be trusted. */
    static WindowRefusal relayed(OAuthError error, String location) {
        return told(error.code(), "the sign-in ended with this error", location);
    }

    private static WindowRefusal told(String error, String reason, String location) {
        return new WindowRefusal(error, reason, Optional.empty(), Optional.of(location));
    }

    private static WindowRefusal page(String error, String reason, String message) {
        return new WindowRefusal(error, reason, Optional.of(message), Optional.empty());
    }
}
