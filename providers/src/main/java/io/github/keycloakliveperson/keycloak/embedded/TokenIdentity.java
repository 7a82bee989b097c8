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
final class TokenIdentity {

    /** Our own mappers leave iss and sub alone, and needn't read a consumer's data for this. */
    private static final String OWN_MAPPERS = "oidc-liveperson-";

    private final KeycloakSession session;
    private final ClientModel client;

    TokenIdentity(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /**
     * Computes the identity.
     *
     * @param signedIn the consumer's SSO session
     * @return empty where this client would get no token without asking the consumer first
     */
    Optional<ConsumerIdentity> of(UserSessionModel signedIn) {
        if (awaitsConsent(signedIn)) {
            return Optional.empty();
        }
        session.getContext().setClient(client);
        UserSessionModel userSession = new ReadOnlyUserSession(signedIn);
        TransientClientSession clientSession = new TransientClientSession(userSession, client);
        clientSession.setNote(OIDCLoginProtocol.ISSUER, SignedInConsumer.issuer(session));
        clientSession.setNote(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID);
        ClientSessionContext context =
                DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                        clientSession, OAuth2Constants.SCOPE_OPENID, session);
        IDToken token = mapped(plainToken(userSession), userSession, context);
        return Optional.ofNullable(token.getSubject())
                .map(subject -> new ConsumerIdentity(token.getIssuer(), subject));
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
        IDToken token = new IDToken();
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
            OIDCIDTokenMapper idTokenMapper = (OIDCIDTokenMapper) mapper.getValue();
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
