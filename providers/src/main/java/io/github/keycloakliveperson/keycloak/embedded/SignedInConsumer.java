package io.github.keycloakliveperson.keycloak.embedded;

import io.github.keycloakliveperson.keycloak.server.KeycloakAddresses;
import java.util.Optional;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.IdentityCookieToken;
import org.keycloak.util.TokenUtil;

/**
 * Whose SSO cookie a request carries. The checks are those of Keycloak's {@code
 * AuthenticationManager.authenticateIdentityCookie}, which isn't called because it prolongs the
 * session, removes an invalid cookie and logs out an invalid session. Here a page only asks.
 */
final class SignedInConsumer {

    private SignedInConsumer() {}

    /** The session behind a valid SSO cookie, empty when nobody is signed in. */
    static Optional<UserSessionModel> of(KeycloakSession session) {
        var realm = session.getContext().getRealm();
        return cookie(session)
                .filter(token -> isCurrent(token, realm, session))
                .flatMap(token -> userSession(token, realm, session));
    }

    /** The issuer that this realm's tokens name in this request. */
    static String issuer(KeycloakSession session) {
        return KeycloakAddresses.of(session).issuer();
    }

    private static Optional<IdentityCookieToken> cookie(KeycloakSession session) {
        var value = session.getProvider(CookieProvider.class).get(CookieType.IDENTITY);
        return value == null || value.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(session.tokens().decode(value, IdentityCookieToken.class));
    }

    private static boolean isCurrent(
            IdentityCookieToken token, RealmModel realm, KeycloakSession session) {
        return TokenUtil.TOKEN_TYPE_KEYCLOAK_ID.equals(token.getType())
                && issuer(session).equals(token.getIssuer())
                && token.isActive()
                && token.getIat() >= realm.getNotBefore()
                && token.getSessionId() != null;
    }

    private static Optional<UserSessionModel> userSession(
            IdentityCookieToken token, RealmModel realm, KeycloakSession session) {
        return Optional.ofNullable(session.sessions().getUserSession(realm, token.getSessionId()))
                .filter(found -> AuthenticationManager.isSessionValid(realm, found))
                .filter(found -> !token.isIssuedBeforeSessionStart(found.getStarted()))
                .filter(found -> TokenManager.isUserValid(session, realm, token, found.getUser()));
    }
}
