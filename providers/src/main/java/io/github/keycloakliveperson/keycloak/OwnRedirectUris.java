package io.github.keycloakliveperson.keycloak;

import io.github.keycloakliveperson.keycloak.server.KeycloakAddresses;
import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * The realm endpoints' addresses among the redirect URIs of clients that are saved or imported.
 * Somebody who fills in a template writes the realm's name unencoded. Keycloak encodes it in
 * addresses ({@code Shop%20T}), and compares the two character by character.
 */
final class OwnRedirectUris {

    private OwnRedirectUris() {}

    /** Fixes them from now on, whenever a client is saved. */
    static void fixIn(KeycloakSessionFactory factory) {
        factory.register(
                event -> {
                    if (event instanceof ClientModel.ClientUpdatedEvent saved) {
                        fix(saved.getUpdatedClient());
                    }
                });
    }

    private static void fix(ClientModel client) {
        RealmModel realm = client.getRealm();
        Set<String> uris = client.getRedirectUris();
        Set<String> fixed = fixed(uris, realm.getName(), KeycloakAddresses.path(realm));
        if (!fixed.equals(uris)) {
            client.setRedirectUris(fixed);
        }
    }

    /** The same with the realm's path as Keycloak writes it. */
    static Set<String> fixed(Set<String> uris, String realm, String path) {
        String asNamed = "/realms/" + realm + LivePersonAddresses.BELOW_REALM;
        String asKeycloakWrites = path + LivePersonAddresses.BELOW_REALM;
        return uris.stream()
                .map(uri -> uri.replace(asNamed, asKeycloakWrites))
                .collect(Collectors.toSet());
    }
}
