package io.github.keycloakliveperson.window.mapper;

import java.util.Optional;

/** What became of looking a client up by its client id. */
public sealed interface ClientSearch {

    /**
     * One of LivePerson's clients.
     *
     * @param client the client
     */
    record Found(LivePersonClient client) implements ClientSearch {}

    /** Why there is none. */
    enum Missing implements ClientSearch {
        /** The request names no client, or several. */
        UNNAMED("client_id is missing or repeated"),
        /** The name is longer than the database holds. */
        TOO_LONG("client_id is too long"),
        /** The realm has no such client. */
        UNKNOWN("no such client"),
        /** The client is switched off. */
        DISABLED("the client is disabled"),
        /** Another kind of client: another protocol, bearer only, or without the window mapper. */
        NOT_LIVEPERSON("not an OpenID Connect client with the LivePerson messaging window mapper");

        private final String reason;

        Missing(String reason) {
            this.reason = reason;
        }

        /**
         * Says why, for an event.
         *
         * @return a clause in English
         */
        public String reason() {
            return reason;
        }
    }

    /**
     * Tells the client, whatever the reason where there is none.
     *
     * @return the client, or empty
     */
    default Optional<LivePersonClient> found() {
        return this instanceof Found found ? Optional.of(found.client()) : Optional.empty();
    }
}
