package io.github.keycloakliveperson;

import io.github.keycloakliveperson.guard.RunningProtocol;
import io.github.keycloakliveperson.guard.TokenGuard;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessTokenResponse;

/**
 * A mapper of this extension's: refuses settings that can't be used when they are saved, and
 * withholds every answer that a required mapper didn't see (K33).
 */
public abstract class LivePersonMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenResponseMapper, LivePersonFactory<ProtocolMapper> {

    /**
     * After Keycloak's own, the last of which has 50: none of theirs overwrites what ours wrote
     * (K19), and each of them has seen the signed token.
     */
    protected static final int AFTER_KEYCLOAKS_OWN = 100;

    private final String id;
    private final String label;
    private final String help;
    private final List<ProviderConfigProperty> properties;

    protected LivePersonMapper(
            String id, String label, String help, List<ProviderConfigProperty> properties) {
        this.id = id;
        this.label = label;
        this.help = help;
        this.properties = properties;
    }

    /**
     * A sentence that says why settings can't be used; without apostrophes and braces, for Keycloak
     * runs it through MessageFormat. The container is null for a client that doesn't exist yet.
     */
    protected abstract Optional<String> problem(
            ProtocolMapperModel mapper, ProtocolMapperContainerModel container);

    /** The answer with what the mapper has to change in it. */
    protected AccessTokenResponse changed(
            AccessTokenResponse response,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return response;
    }

    @Override
    public final void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        var problem =
                RunningProtocol.isOf(mapper)
                        ? problem(mapper, container)
                        : Optional.of(RunningProtocol.PROBLEM + " " + RunningProtocol.FIX);
        if (problem.isPresent()) {
            // with a key, because Keycloak looks it up without checking that there is one
            throw new ProtocolMapperConfigException(problem.get(), "livepersonMapperRefused");
        }
    }

    @Override
    public final AccessTokenResponse transformAccessTokenResponse(
            AccessTokenResponse response,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        TokenGuard.check(session, userSession, context);
        return changed(response, mapper, session, userSession, context);
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final String getDisplayCategory() {
        return "LivePerson";
    }

    @Override
    public final String getDisplayType() {
        return label;
    }

    @Override
    public final String getHelpText() {
        return help;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return properties;
    }
}
