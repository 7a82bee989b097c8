package io.github.keycloakliveperson.keycloak.embedded;

import io.github.keycloakliveperson.window.embedded.TracingHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/** {@code identity/{client_id}}: who is signed in, for the pages of the client's origins (L34). */
public record IdentityEndpoint(KeycloakSession session) {

    public Response answer(String clientId) {
        return toItsPages(clientId, this::identity);
    }

    /** What a browser asks first where a script adds headers to the page's calls (Fetch §4.9). */
    public Response preflight(String clientId) {
        return toItsPages(
                clientId,
                client ->
                        Response.noContent()
                                .header("Access-Control-Allow-Methods", "GET")
                                .header(
                                        "Access-Control-Allow-Headers",
                                        TracingHeaders.allowed(
                                                header("Access-Control-Request-Headers")))
                                .header("Access-Control-Max-Age", "600"));
    }

    private Response toItsPages(String clientId, Function<EmbeddedClient, ResponseBuilder> answer) {
        return EmbeddedClient.find(session, clientId)
                .map(client -> toItsPages(client, answer))
                .orElseGet(EmbeddedAnswer::noSuchClient);
    }

    private Response toItsPages(
            EmbeddedClient client, Function<EmbeddedClient, ResponseBuilder> answer) {
        return client.origins()
                .asking(header("Origin"), header("Sec-Fetch-Site"), ownOrigin())
                .map(origin -> EmbeddedAnswer.onlyFor(origin.value(), answer.apply(client)))
                .orElseGet(
                        () ->
                                EmbeddedAnswer.refused(
                                        Status.FORBIDDEN,
                                        "This origin is not one of the client's Web Origins."));
    }

    private ResponseBuilder identity(EmbeddedClient client) {
        var livePerson = client.livePerson();
        return SignedInConsumer.of(session)
                .filter(signedIn -> livePerson.admits(signedIn::getUser))
                .flatMap(new TokenIdentity(session, livePerson.client())::of)
                .map(identity -> Response.ok(identity, MediaType.APPLICATION_JSON_TYPE))
                .orElseGet(Response::noContent);
    }

    private String ownOrigin() {
        var base = session.getContext().getUri().getBaseUri();
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    private String header(String name) {
        return session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(name);
    }
}
