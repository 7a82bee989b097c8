package io.github.keycloakliveperson.keycloak.embedded;

import io.github.keycloakliveperson.window.embedded.ConsumerIdentity;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.representations.IDToken;
import org.keycloak.services.util.DefaultClientSessionContext;
import org.keycloak.util.TokenUtil;

/**
 * {@code iss} and {@code sub} as an id_token for this client would hold them (L4, L34). Pairwise
 * and remapped subjects are the work of the client's mappers, so these run on a token that nobody
 * gets; nothing is stored.
 */
record TokenIdentity(KeycloakSession session, ClientModel client) {

    /** Our own mappers leave iss and sub alone, and needn't read a consumer's data for this. */
    private static final String OWN_MAPPERS = "oidc-liveperson-";

    /** Empty where this client would get no token without asking the consumer first. */
    Optional<ConsumerIdentity> of(UserSessionModel signedIn) {
        if (awaitsConsent(signedIn)) {
            return Optional.empty();
        }
        session.getContext().setClient(client);
        var userSession = copy(signedIn);
        var clientSession =
                session.sessions().createClientSession(client.getRealm(), client, userSession);
        clientSession.setNote(OIDCLoginProtocol.ISSUER, SignedInConsumer.issuer(session));
        clientSession.setNote(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID);
        var context =
                DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                        clientSession, OAuth2Constants.SCOPE_OPENID, session);
        var token = mapped(plainToken(userSession), userSession, context);
        return Optional.ofNullable(token.getSubject())
                .map(subject -> new ConsumerIdentity(token.getIssuer(), subject));
    }

    /** A session of this request alone: Keycloak stores no transient one. */
    private UserSessionModel copy(UserSessionModel signedIn) {
        var copy =
                session.sessions()
                        .createUserSession(
                                KeycloakModelUtils.generateId(),
                                signedIn.getRealm(),
                                signedIn.getUser(),
                                signedIn.getLoginUsername(),
                                signedIn.getIpAddress(),
                                signedIn.getAuthMethod(),
                                signedIn.isRememberMe(),
                                signedIn.getBrokerSessionId(),
                                signedIn.getBrokerUserId(),
                                UserSessionModel.SessionPersistenceState.TRANSIENT);
        signedIn.getNotes().forEach(copy::setNote);
        return copy;
    }

    private boolean awaitsConsent(UserSessionModel signedIn) {
        return client.isConsentRequired()
                && session.users()
                                .getConsentByClient(
                                        client.getRealm(),
                                        signedIn.getUser().getId(),
                                        client.getId())
                        == null;
    }

    private IDToken plainToken(UserSessionModel userSession) {
        var token = new IDToken();
        token.type(TokenUtil.TOKEN_TYPE_ID);
        token.issuer(SignedInConsumer.issuer(session));
        token.subject(userSession.getUser().getId());
        token.audience(client.getClientId());
        token.issuedFor(client.getClientId());
        token.issuedNow();
        token.setSessionId(userSession.getId());
        return token;
    }

    private IDToken mapped(
            IDToken token, UserSessionModel userSession, ClientSessionContext context) {
        for (Map.Entry<ProtocolMapperModel, ProtocolMapper> mapper :
                ProtocolMapperUtils.getSortedProtocolMappers(
                                session, context, TokenIdentity::mayChangeSubject)
                        .toList()) {
            var idTokenMapper = (OIDCIDTokenMapper) mapper.getValue();
            token =
                    idTokenMapper.transformIDToken(
                            token, mapper.getKey(), session, userSession, context);
        }
        return token;
    }

    private static boolean mayChangeSubject(Map.Entry<ProtocolMapperModel, ProtocolMapper> mapper) {
        return mapper.getValue() instanceof OIDCIDTokenMapper
                && !mapper.getKey().getProtocolMapper().startsWith(OWN_MAPPERS);
    }
}
