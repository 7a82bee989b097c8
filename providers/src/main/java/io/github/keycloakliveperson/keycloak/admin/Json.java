package io.github.keycloakliveperson.keycloak.admin;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.keycloak.util.JsonSerialization;

/** JSON answers of the admin endpoints; they may hold a secret, so nobody may keep them. */
final class Json {

    private Json() {}

    static Response answer(Response.Status status, Object body) {
        return answer(Response.status(status), body);
    }

    static Response answer(Response.ResponseBuilder response, Object body) {
        try {
            return response.type(MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(JsonSerialization.writeValueAsString(body))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
