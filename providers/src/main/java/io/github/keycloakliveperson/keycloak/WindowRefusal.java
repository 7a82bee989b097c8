package io.github.keycloakliveperson.keycloak;

import io.github.keycloakliveperson.window.OAuthError;
import io.github.keycloakliveperson.window.WindowUri;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * Refusals of the external window's endpoints. Each leaves an event with client id and reason, and
 * never a state, a code or the window's query. What can't be trusted gets a page and no redirect.
 */
final class WindowRefusal {

    private final KeycloakSession session;
    private final EventBuilder event;

    WindowRefusal(KeycloakSession session) {
        this.session = session;
        this.event =
                new EventBuilder(
                                session.getContext().getRealm(),
                                session,
                                session.getContext().getConnection())
                        .event(EventType.LOGIN);
    }

    EventBuilder event() {
        return event;
    }

    /** From here on the client is known: its theme is used, and its id stands in the event. */
    void client(ClientModel client) {
        session.getContext().setClient(client);
        event.client(client);
    }

    /** From here on the window's address is known. */
    void window(WindowUri window) {
        event.detail(Details.REDIRECT_URI, window.base());
    }

    Response httpsRequired() {
        return page("httpsRequiredMessage", Errors.SSL_REQUIRED, "https is required");
    }

    Response realmDisabled() {
        return page("realmNotEnabledMessage", Errors.REALM_DISABLED, "the realm is disabled");
    }

    /** The client isn't there, is disabled, or isn't LivePerson's. */
    Response clientRefused(String clientId, String error, String reason) {
        event.client(clientId);
        return page("livepersonClientRefused", error, reason);
    }

    Response addressRefused(String reason) {
        return page("livepersonAddressRefused", Errors.INVALID_REDIRECT_URI, reason);
    }

    /** Nothing waits for this answer, or not in this browser. */
    Response windowGone(String reason) {
        return page("livepersonWindowGone", Errors.EXPIRED_CODE, reason);
    }

    /** Tells the window, which is trusted by now. */
    Response tell(String location, OAuthError error) {
        event.detail(Details.REASON, error.description().orElse(error.code()));
        event.error(error.code());
        return WindowRedirect.to(location).build();
    }

    private Response page(String message, String error, String reason) {
        event.detail(Details.REASON, reason);
        event.error(error);
        Response page =
                session.getProvider(LoginFormsProvider.class)
                        .setError(message)
                        .createErrorPage(Response.Status.BAD_REQUEST);
        return WindowRedirect.unstored(Response.fromResponse(page)).build();
    }
}
