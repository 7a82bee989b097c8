package io.github.keycloakliveperson.keycloak.embedded;

import io.github.keycloakliveperson.window.embedded.AllowedOrigins;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** A LivePerson client, and where the brand's pages are. */
record EmbeddedClient(LivePersonClient livePerson, AllowedOrigins origins) {

    /** Looks a client up by its client id; empty when these endpoints aren't open to it. */
    static Optional<EmbeddedClient> find(KeycloakSession session, String clientId) {
        var realm = session.getContext().getRealm();
        return realm.isEnabled()
                ? LivePersonClient.find(realm, clientId).found().map(EmbeddedClient::of)
                : Optional.empty();
    }

    private static EmbeddedClient of(LivePersonClient found) {
        return new EmbeddedClient(
                found, AllowedOrigins.of(found.client().getWebOrigins().stream()));
    }
}
