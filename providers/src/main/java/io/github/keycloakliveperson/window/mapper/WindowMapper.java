package io.github.keycloakliveperson.window.mapper;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.ConfigCache;
import io.github.keycloakliveperson.ExtensionVersion;
import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.guard.RunningProtocol;
import io.github.keycloakliveperson.guard.TokenGuard;
import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import java.util.List;
import java.util.Map;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/**
 * "LivePerson messaging window": opens the realm endpoints to the client that has it, sets the
 * id_token's {@code exp} (L7, K13) and trims the token response (L20).
 */
@AutoService(ProtocolMapper.class)
public final class WindowMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                OIDCAccessTokenResponseMapper,
                ServerInfoAwareProviderFactory {

    public static final String PROVIDER_ID = IndispensableMapper.WINDOW.id();

    /** Asked for three times at every token request. */
    private final ConfigCache<WindowMapperConfig> configs =
            new ConfigCache<>(WindowMapperConfig::from);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayCategory() {
        return "LivePerson";
    }

    @Override
    public String getDisplayType() {
        return "LivePerson messaging window";
    }

    @Override
    public String getHelpText() {
        return "Opens this realm's LivePerson endpoints to the client, sets the ID token's expiry"
                + " and leaves everything but the ID token out of the token response.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return WindowMapperConfig.properties();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return ExtensionVersion.operationalInfo();
    }

    @Override
    public void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        RunningProtocol.require(mapper);
        var problems = WindowMapperConfig.problems(mapper.getConfig());
        if (!problems.isEmpty()) {
            throw new ProtocolMapperConfigException(
                    String.join(" ", problems), "livepersonWindowMapperConfig");
        }
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return config(mapper, context).minimalTokenResponse()
                ? DiscardedAccessToken.of(token)
                : token;
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        var config = config(mapper, context);
        var bare =
                IdTokenWithoutHashes.of(
                        token,
                        config.minimalTokenResponse(),
                        isOfExternalWindow(context.getClientSession()));
        bare.exp(IdTokenExpiry.of(token.getIat(), config.lifespan(), userSession, context));
        return bare;
    }

    @Override
    public AccessTokenResponse transformAccessTokenResponse(
            AccessTokenResponse response,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        TokenGuard.check(session, userSession, context);
        return config(mapper, context).minimalTokenResponse()
                ? MinimalTokenResponse.trim(response)
                : response;
    }

    /** By the issuer of this very sign-in, whatever address the token call came to. */
    private static boolean isOfExternalWindow(AuthenticatedClientSessionModel signIn) {
        var issuer = signIn.getNote(OAuth2Constants.ISSUER);
        return new LivePersonAddresses(issuer).callback().equals(signIn.getRedirectUri());
    }

    /** Several window mappers on one client: the same one decides as in the endpoints. */
    private WindowMapperConfig config(ProtocolMapperModel mapper, ClientSessionContext context) {
        return configs.of(
                LivePersonClient.settings(context.getClientSession().getClient())
                        .orElse(mapper.getConfig()));
    }
}
