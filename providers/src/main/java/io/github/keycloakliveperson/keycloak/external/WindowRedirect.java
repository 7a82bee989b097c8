package io.github.keycloakliveperson.keycloak.external;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/** Answers that are not cached, and that send no referrer to the next server. */
final class WindowRedirect {

    private WindowRedirect() {}

    /** A redirect to exactly these characters, which a {@code URI} might rewrite. */
    static Response.ResponseBuilder to(KeycloakSession session, String location) {
        return unstored(session, Response.status(Response.Status.FOUND))
                .header(HttpHeaders.LOCATION, location);
    }

    static Response.ResponseBuilder unstored(
            KeycloakSession session, Response.ResponseBuilder response) {
        // Where the stock endpoint sets it too, so that it isn't sent twice
        session.getContext()
                .getHttpResponse()
                .setHeader(HttpHeaders.CACHE_CONTROL, "no-store, must-revalidate, max-age=0");
        return response.header(HttpHeaders.CACHE_CONTROL, null)
                .header("Pragma", "no-cache")
                .header("Referrer-Policy", null)
                .header("Referrer-Policy", "no-referrer");
    }
}
