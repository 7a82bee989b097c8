package io.github.keycloakliveperson.guard;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Ends a request of a consumer who may not have the tokens, though the sign-in itself was right and
 * stays: {@code unauthorized_client} from the token endpoint (L20), {@code access_denied} at the
 * redirect URI where a browser is waiting (RFC 6749 §4.2.2.1).
 */
public final class ConsumerRefusal {

    private ConsumerRefusal() {}

    /** Writes event and log entry, and makes the exception that ends the request. */
    public static RuntimeException of(
            String reason,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        var grant = TokenRefusal.trace(reason, Errors.ACCESS_DENIED, session, userSession, context);
        if (grant != null) {
            return new WebApplicationException(
                    reason,
                    TokenRefusal.oauthError(OAuthErrorException.UNAUTHORIZED_CLIENT, reason));
        }
        var signIn = session.getContext().getAuthenticationSession();
        if (signIn == null) {
            return new WebApplicationException(reason, TokenRefusal.page(session));
        }
        var answer = denied(session, signIn);
        return isAnsweredByFlow(session, signIn)
                ? new AuthenticationFlowException(
                        AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR, answer)
                : new WebApplicationException(reason, answer);
    }

    /** Where Keycloak answers with a page of its own, unless the flow's own exception has one. */
    private static boolean isAnsweredByFlow(
            KeycloakSession session, AuthenticationSessionModel signIn) {
        return session.getContext().getUri().getPath().matches(".*/auth(orize)?")
                && !TokenUtil.hasPrompt(signIn.getClientNote(OAuth2Constants.PROMPT), "none");
    }

    /** As Keycloak answers where the consumer refuses consent. */
    private static Response denied(KeycloakSession session, AuthenticationSessionModel signIn) {
        var context = session.getContext();
        var realm = context.getRealm();
        var protocol =
                session.getProvider(LoginProtocol.class, signIn.getProtocol())
                        .setSession(session)
                        .setRealm(realm)
                        .setUriInfo(context.getUri())
                        .setHttpHeaders(context.getHttpRequest().getHttpHeaders())
                        .setEventBuilder(new EventBuilder(realm, session, context.getConnection()));
        var answer =
                protocol.sendError(
                        signIn.getClient(),
                        protocol.getClientData(signIn),
                        LoginProtocol.Error.CONSENT_DENIED);
        // Without an entity, Keycloak puts an error page in its place
        return answer.hasEntity()
                ? answer
                : Response.fromResponse(answer).entity("").type(MediaType.TEXT_PLAIN_TYPE).build();
    }
}
