package io.github.keycloakliveperson.window.mapper;

import java.util.Optional;

/** The result of a search for a client by its client id. */
public sealed interface ClientSearch {

    /** One of LivePerson's clients. */
    record Found(LivePersonClient client) implements ClientSearch {}

    /** Why there is none. */
    enum Missing implements ClientSearch {
        UNNAMED("client_id is missing or repeated"),
        TOO_LONG("client_id is too long"),
        UNKNOWN("no such client"),
        DISABLED("the client is disabled"),
        NOT_LIVEPERSON("not an OpenID Connect client with the LivePerson messaging window mapper");

        private final String reason;

        Missing(String reason) {
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /** The client; empty whatever the reason why there is none. */
    default Optional<LivePersonClient> found() {
        return this instanceof Found found ? Optional.of(found.client()) : Optional.empty();
    }
}
