package io.github.keycloakliveperson.keycloak.embedded;

import io.github.keycloakliveperson.keycloak.server.WindowLabels;
import io.github.keycloakliveperson.window.external.OAuthError;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;

/**
 * {@code silent-sign-in}: Keycloak's own authorization endpoint for a frame that shows nothing. Its
 * redirect lacks two headers without which a page with Cross-Origin-Embedder-Policy frames nothing;
 * they are all that is added.
 */
public record SilentSignInEndpoint(KeycloakSession session) {

    private static final Pattern ERROR = Pattern.compile("[?&#]error=([^&#]*)");

    public Response answer(String clientId, String prompt) {
        if (!"none".equals(prompt)) {
            return EmbeddedAnswer.refused(Status.BAD_REQUEST, "prompt must be none here.");
        }
        return EmbeddedClient.find(session, clientId)
                .map(client -> framed(stock(client.livePerson().client())))
                .orElseGet(EmbeddedAnswer::noSuchClient);
    }

    private Response stock(ClientModel client) {
        var context = session.getContext();
        var labels =
                WindowLabels.embedded(
                        context.getUri().getQueryParameters().getFirst("response_type"));
        var event = new EventBuilder(context.getRealm(), session, context.getConnection());
        labels.tell(event);
        var answer = stock(event);
        labels.count(context.getRealm(), Optional.of(client), outcome(answer.getLocation()));
        return answer;
    }

    private Response stock(EventBuilder event) {
        try {
            return new AuthorizationEndpoint(session, event).buildGet();
        } catch (WebApplicationException withheld) {
            if (withheld.getResponse().getLocation() == null) {
                throw withheld;
            }
            return withheld.getResponse();
        }
    }

    /** Without a redirect, it is a page that says what is wrong with the request. */
    private static String outcome(URI location) {
        if (location == null) {
            return "invalid_request";
        }
        var error = ERROR.matcher(location.toString());
        return error.find()
                ? OAuthError.relayed(error.group(1), null).code()
                : WindowLabels.SUCCESS;
    }

    private static Response framed(Response answer) {
        return EmbeddedAnswer.embeddable(Response.fromResponse(answer)).build();
    }
}
