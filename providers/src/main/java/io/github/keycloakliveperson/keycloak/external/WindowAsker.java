package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.keycloak.server.WindowLabels;
import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.external.WindowRequest;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * Who asks, as far as known: a refusal's event names them, and its page has their theme. It never
 * contains a state, a code or the window's query.
 *
 * @param client the client, where it is one of LivePerson's
 * @param address the window's address without its query; of one that isn't the client's its origin
 *     alone; or null
 * @param labels what is known of the request
 */
record WindowAsker(
        String clientId, Optional<ClientModel> client, String address, WindowLabels labels) {

    static WindowAsker unknown() {
        return named(null);
    }

    static WindowAsker named(String clientId) {
        return new WindowAsker(clientId, Optional.empty(), null, WindowLabels.external());
    }

    static WindowAsker of(LivePersonClient client) {
        return new WindowAsker(
                client.client().getClientId(),
                Optional.of(client.client()),
                null,
                WindowLabels.external());
    }

    WindowAsker at(WindowUri window) {
        return new WindowAsker(clientId, client, window.base(), labels);
    }

    WindowAsker atUnregistered(WindowUri window) {
        return new WindowAsker(clientId, client, window.origin(), labels);
    }

    WindowAsker asking(WindowRequest request) {
        return new WindowAsker(
                clientId, client, request.window().base(), WindowLabels.external(request));
    }

    /** Records and counts the refusal, and shows it or tells the window. */
    Response refuse(KeycloakSession session, WindowRefusal refusal) {
        // Keycloak's pages read a client id with braces as a URI template, and end in a server
        // error
        client.filter(c -> c.getClientId().indexOf('{') < 0)
                .ifPresent(session.getContext()::setClient);
        var event = new WindowEvent(session, address, labels);
        event.client(clientId);
        event.detail(Details.REASON, refusal.reason());
        event.error(refusal.error());
        labels.count(session.getContext().getRealm(), client, refusal.error());
        return refusal.location()
                .map(location -> WindowRedirect.to(session, location).build())
                .orElseGet(() -> page(session, refusal.message().orElseThrow()));
    }

    private static Response page(KeycloakSession session, String message) {
        var page =
                session.getProvider(LoginFormsProvider.class)
                        .setError(message)
                        .createErrorPage(Response.Status.BAD_REQUEST);
        return WindowRedirect.unstored(session, Response.fromResponse(page)).build();
    }
}
