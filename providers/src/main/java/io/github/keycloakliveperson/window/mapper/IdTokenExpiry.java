package io.github.keycloakliveperson.window.mapper;

import java.util.concurrent.TimeUnit;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;

/**
 * When an id_token expires: the lifespan after its issue, in every flow alike (L7, K13), but never
 * after the end of its session. That end is Keycloak's own: the maxima of realm and client, with
 * "remember me" and offline sessions as Keycloak counts them.
 */
final class IdTokenExpiry {

    private IdTokenExpiry() {}

    /** Seconds since the epoch (L2), as is {@code issuedAt}; the lifespan is in seconds. */
    static long of(
            long issuedAt,
            long lifespan,
            UserSessionModel userSession,
            ClientSessionContext context) {
        var clientSession = context.getClientSession();
        long sessionEnd =
                SessionExpirationUtils.calculateClientSessionMaxLifespanTimestamp(
                        userSession.isOffline() || asksForOfflineAccess(context),
                        userSession.isRememberMe(),
                        TimeUnit.SECONDS.toMillis(clientSession.getStarted()),
                        TimeUnit.SECONDS.toMillis(userSession.getStarted()),
                        clientSession.getRealm(),
                        clientSession.getClient());
        return earlier(issuedAt + lifespan, sessionEnd);
    }

    /** In seconds since the epoch; the session's end in milliseconds, zero or less for none. */
    static long earlier(long wanted, long sessionEnd) {
        return sessionEnd > 0
                ? Math.min(wanted, TimeUnit.MILLISECONDS.toSeconds(sessionEnd))
                : wanted;
    }

    private static boolean asksForOfflineAccess(ClientSessionContext context) {
        return context.getClientScopesStream()
                .anyMatch(scope -> OAuth2Constants.OFFLINE_ACCESS.equals(scope.getName()));
    }
}
