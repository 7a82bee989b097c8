package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.LivePersonMapper;
import io.github.keycloakliveperson.sde.claim.SdeType;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * A mapper that adds one type's entry to {@code lp_sdes} (L8–L10): always in the ID token, in
 * userinfo when asked for, never in the access token. Keycloak finds mappers by class, so each type
 * has one.
 */
abstract class SdeMapper extends LivePersonMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper {

    private final SdeClaimWriter claim;

    SdeMapper(SdeType type, String id, String label, String help) {
        super(id, label, help, SdeSettings.properties(type));
        this.claim = new SdeClaimWriter(type);
    }

    @Override
    public final int getPriority() {
        return AFTER_KEYCLOAKS_OWN;
    }

    @Override
    protected final Optional<String> problem(
            ProtocolMapperModel mapper, ProtocolMapperContainerModel container) {
        return claim.problem(mapper);
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
}
