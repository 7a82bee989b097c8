package io.github.keycloakliveperson.keycloak.server;

import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/** Addresses as Keycloak itself writes them (K37). */
public final class KeycloakAddresses {

    private KeycloakAddresses() {}

    /** Those of the request's realm, on the address that consumers reach it at. */
    public static LivePersonAddresses of(KeycloakSession session) {
        return new LivePersonAddresses(
                Urls.realmIssuer(
                        session.getContext().getUri().getBaseUri(),
                        session.getContext().getRealm().getName()));
    }

    /** The realm's path below Keycloak's address, as a relative redirect URI begins. */
    public static String path(RealmModel realm) {
        return Urls.realmIssuer(URI.create("/"), realm.getName());
    }
}
