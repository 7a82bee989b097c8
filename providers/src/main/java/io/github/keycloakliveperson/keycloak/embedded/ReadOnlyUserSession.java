package io.github.keycloakliveperson.keycloak.embedded;

import java.util.Collection;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.UserSessionModelDelegate;

/** A user session that mappers may read; whatever they write to it is dropped. */
final class ReadOnlyUserSession extends UserSessionModelDelegate {

    ReadOnlyUserSession(UserSessionModel userSession) {
        super(userSession);
    }

    @Override
    public void setLastSessionRefresh(int seconds) {
        // asking doesn't prolong a session
    }

    @Override
    public void removeAuthenticatedClientSessions(Collection<String> removedClientIds) {
        // stays as it is
    }

    @Override
    public void setNote(String name, String value) {
        // stays as it is
    }

    @Override
    public void removeNote(String name) {
        // stays as it is
    }

    @Override
    public void setState(State state) {
        // stays as it is
    }

    @Override
    public void restartSession(
            RealmModel realm,
            UserModel user,
            String loginUsername,
            String ipAddress,
            String authMethod,
            boolean rememberMe,
            String brokerSessionId,
            String brokerUserId) {
        // stays as it is
    }
}
