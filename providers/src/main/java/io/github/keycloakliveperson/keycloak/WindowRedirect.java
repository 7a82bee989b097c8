package io.github.keycloakliveperson.keycloak;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that no cache keeps, and that tell the next server nothing about this one. */
final class WindowRedirect {

    private WindowRedirect() {}

    /** A redirect to the very characters given: a {@code URI} would be free to rewrite them. */
    static Response.ResponseBuilder to(String location) {
        return unstored(Response.status(Response.Status.FOUND))
                .header(HttpHeaders.LOCATION, location);
    }

    static Response.ResponseBuilder unstored(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store, must-revalidate, max-age=0")
                .header("Pragma", "no-cache")
                .header("Referrer-Policy", null)
                .header("Referrer-Policy", "no-referrer");
    }
}
