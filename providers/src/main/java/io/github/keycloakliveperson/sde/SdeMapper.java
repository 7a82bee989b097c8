package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.ExtensionVersion;
import io.github.keycloakliveperson.guard.RunningProtocol;
import io.github.keycloakliveperson.guard.TokenGuard;
import io.github.keycloakliveperson.sde.claim.SdeType;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/**
 * A mapper that adds one type's entry to {@code lp_sdes} (L8–L10): always in the ID token, in
 * userinfo when asked for, never in the access token. Keycloak finds mappers by class, so each type
 * has one.
 */
abstract class SdeMapper extends AbstractOIDCProtocolMapper
        implements OIDCIDTokenMapper,
                UserInfoTokenMapper,
                OIDCAccessTokenResponseMapper,
                ServerInfoAwareProviderFactory {

    private final SdeType type;
    private final SdeClaimWriter claim;

    SdeMapper(SdeType type) {
        this.type = type;
        this.claim = new SdeClaimWriter(type);
    }

    @Override
    public final String getDisplayCategory() {
        return "LivePerson";
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return SdeSettings.properties(type);
    }

    @Override
    public final int getPriority() {
        return SdeClaimWriter.AFTER_KEYCLOAKS_OWN;
    }

    @Override
    public final void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        RunningProtocol.require(mapper);
        claim.check(mapper);
    }

    /** Leaves the settings as they are; the stock default would turn userinfo on by itself. */
    @Override
    public final ProtocolMapperModel getEffectiveModel(
            KeycloakSession session, RealmModel realm, ProtocolMapperModel mapper) {
        return mapper;
    }

    @Override
    public final IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        claim.write(token, mapper, session, userSession, context);
        return token;
    }

    /** Changes nothing, but withholds the answer where a mapper that must see it does not run. */
    @Override
    public final AccessTokenResponse transformAccessTokenResponse(
            AccessTokenResponse response,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        TokenGuard.check(session, userSession, context);
        return response;
    }

    @Override
    public final AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (claim.inUserInfo(mapper)) {
            claim.write(token, mapper, session, userSession, context);
        }
        return token;
    }

    @Override
    public final Map<String, String> getOperationalInfo() {
        return ExtensionVersion.operationalInfo();
    }
}
