package io.github.keycloakliveperson.keycloak.embedded;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;

/**
 * {@code silent-sign-in}: Keycloak's own authorization endpoint for a frame that shows nothing. Its
 * redirect lacks two headers without which a page with Cross-Origin-Embedder-Policy frames nothing;
 * they are all that is added.
 */
public record SilentSignInEndpoint(KeycloakSession session) {

    public Response answer(String clientId, String prompt) {
        if (!"none".equals(prompt)) {
            return EmbeddedAnswer.refused(Status.BAD_REQUEST, "prompt must be none here.");
        }
        return EmbeddedClient.find(session, clientId)
                .map(client -> framed(stock()))
                .orElseGet(EmbeddedAnswer::noSuchClient);
    }

    private Response stock() {
        var context = session.getContext();
        var event = new EventBuilder(context.getRealm(), session, context.getConnection());
        try {
            return new AuthorizationEndpoint(session, event).buildGet();
        } catch (WebApplicationException withheld) {
            if (withheld.getResponse().getLocation() == null) {
                throw withheld;
            }
            return withheld.getResponse();
        }
    }

    private static Response framed(Response answer) {
        return EmbeddedAnswer.embeddable(Response.fromResponse(answer)).build();
    }
}
