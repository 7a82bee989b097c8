package io.github.keycloakliveperson.keycloak.external;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/** Answers that no cache keeps, and that tell the next server nothing about this one. */
final class WindowRedirect {

    private WindowRedirect() {}

    /** A redirect to the very characters given: a {@code URI} would be free to rewrite them. */
    static Response.ResponseBuilder to(KeycloakSession session, String location) {
        return unstored(session, Response.status(Response.Status.FOUND))
                .header(HttpHeaders.LOCATION, location);
    }

    static Response.ResponseBuilder unstored(
            KeycloakSession session, Response.ResponseBuilder response) {
        // Where the stock endpoint puts it, too: once there and once here would be twice
        session.getContext()
                .getHttpResponse()
                .setHeader(HttpHeaders.CACHE_CONTROL, "no-store, must-revalidate, max-age=0");
        return response.header(HttpHeaders.CACHE_CONTROL, null)
                .header("Pragma", "no-cache")
                .header("Referrer-Policy", null)
                .header("Referrer-Policy", "no-referrer");
    }
}
