package io.github.keycloakliveperson.window.mapper;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.ConfigCache;
import io.github.keycloakliveperson.LivePersonMapper;
import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/**
 * "LivePerson messaging window": opens the realm endpoints to the client that has it, sets the
 * id_token's {@code exp} (L7, K13), asks for the consumer's role and trims the token response
 * (L20).
 */
@AutoService(ProtocolMapper.class)
public final class WindowMapper extends LivePersonMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper {

    public static final String PROVIDER_ID = IndispensableMapper.WINDOW.id();

    /** Asked for three times at every token request. */
    private final ConfigCache<WindowMapperConfig> configs =
            new ConfigCache<>(WindowMapperConfig::from);

    public WindowMapper() {
        super(
                PROVIDER_ID,
                "LivePerson messaging window",
                "Opens this realm's LivePerson endpoints to the client, sets the ID token's expiry"
                        + " and leaves everything but the ID token out of the token response.",
                WindowMapperConfig.properties());
    }

    @Override
    protected Optional<String> problem(
            ProtocolMapperModel mapper, ProtocolMapperContainerModel container) {
        var problems = WindowMapperConfig.problems(mapper.getConfig());
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems));
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
    protected AccessTokenResponse changed(
            AccessTokenResponse response,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        var config = config(mapper, context);
        config.requiredRole().require(session, userSession, context);
        return config.minimalTokenResponse() ? MinimalTokenResponse.trim(response) : response;
    }

    /** By the issuer of this sign-in, whatever address the token call came to. */
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
