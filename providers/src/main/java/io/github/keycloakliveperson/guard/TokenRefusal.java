package io.github.keycloakliveperson.guard;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** Ends a request whose tokens must not leave the server (L16, L20), and records it. */
public final class TokenRefusal {

    private static final Logger LOG = Logger.getLogger(TokenRefusal.class);

    /** A message of the JAR, in the consumer's language. */
    private static final String FOR_THE_CONSUMER = "livepersonTokenWithheld";

    private TokenRefusal() {}

    /**
     * Writes event and log entry, and makes the exception that ends the request: an OAuth error
     * (RFC 6749 §5.2) from the token endpoint, a server error page where a browser is waiting.
     */
    public static WebApplicationException of(
            String reason,
            IndispensableMapper mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        var grant = trace(reason, mapper.eventError(), session, userSession, context);
        // As Keycloak's own exceptions do: what the request has written so far is rolled back.
        session.getTransactionManager().setRollbackOnly();
        return new WebApplicationException(
                reason,
                grant == null
                        ? page(session)
                        : oauthError(OAuthErrorException.INVALID_REQUEST, reason));
    }

    /** Writes event and log entry. Returns the grant, null where a browser is waiting. */
    static String trace(
            String reason,
            String error,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        var client = context.getClientSession().getClient();
        LOG.warnf(
                "No id_token for client %s of realm %s: %s",
                client.getClientId(), client.getRealm().getName(), reason);
        var grant = grantType(session);
        new EventBuilder(client.getRealm(), session, session.getContext().getConnection())
                .event(eventType(session, grant))
                .client(client)
                .user(userSession.getUser())
                .session(userSession)
                .detail(Details.GRANT_TYPE, grant)
                .detail(Details.REASON, reason)
                .error(error);
        return grant;
    }

    static Response page(KeycloakSession session) {
        return session.getProvider(LoginFormsProvider.class)
                .setError(FOR_THE_CONSUMER)
                .createErrorPage(Response.Status.INTERNAL_SERVER_ERROR);
    }

    static Response oauthError(String error, String reason) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(error, reason))
                .build();
    }

    /** The grant, or null where the browser is at the authorization endpoint. */
    private static String grantType(KeycloakSession session) {
        var atTokenEndpoint =
                session.getContext().getUri().getPath().endsWith("/protocol/openid-connect/token");
        return atTokenEndpoint
                ? session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst("grant_type")
                : null;
    }

    private static EventType eventType(KeycloakSession session, String grant) {
        var provider = grant == null ? null : session.getProvider(OAuth2GrantType.class, grant);
        return provider == null ? EventType.LOGIN : provider.getEventType();
    }
}
