package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.guard.DeclaredMapper;
import io.github.keycloakliveperson.guard.RunningProtocol;
import io.github.keycloakliveperson.idtoken.EncryptionReadiness;
import io.github.keycloakliveperson.keycloak.server.InstalledTokenGuard;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Guard;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.RealmSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.Viewer;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Reads everything that affects a client into a {@link Setup}. */
final class SetupReader {

    private static final String OPENID_CONNECT = "openid-connect";
    private static final String ORGANIZATIONS = "oidc-organization-membership-mapper";
    private static final String DOWNSCOPING = "downscope-assertion-grant-enforcer";

    private final KeycloakSession session;
    private final MapperProblems problems;
    private final RealmSettings realm;
    private final Guard guard;
    private final Viewer viewer;

    SetupReader(KeycloakSession session, RealmModel realm, Viewer viewer) {
        this.session = session;
        this.viewer = viewer;
        this.guard = new Guard(InstalledTokenGuard.on(session), policiesRestrict(session));
        this.problems = new MapperProblems(session, realm);
        this.realm = new RealmReader(session, realm).read();
    }

    Setup read(ClientModel client) {
        List<MapperSettings> mappers = DeclaredMapper.of(client).map(this::mapper).toList();
        return new Setup(
                realm,
                settings(client),
                mappers,
                EncryptionReadiness.of(session, client),
                requiredRole(client),
                guard,
                viewer);
    }

    private static Optional<Setup.Role> requiredRole(ClientModel client) {
        return LivePersonClient.settings(client)
                .map(config -> WindowMapperConfig.from(config).requiredRole())
                .filter(role -> !role.name().isEmpty())
                .map(role -> new Setup.Role(role.name(), role.in(client.getRealm()).isPresent()));
    }

    private ClientSettings settings(ClientModel client) {
        var protocol = client.getProtocol();
        return new ClientSettings(
                client.getId(),
                client.getClientId(),
                client.isEnabled() && !client.isBearerOnly(),
                protocol == null || OPENID_CONNECT.equals(protocol),
                new ClientSettings.Access(
                        client.isPublicClient(),
                        client.getClientAuthenticatorType(),
                        client.getSecret()),
                new ClientSettings.Grants(
                        client.isStandardFlowEnabled(),
                        client.isImplicitFlowEnabled(),
                        client.isDirectAccessGrantsEnabled(),
                        client.isServiceAccountsEnabled()),
                client.isFullScopeAllowed(),
                client.isConsentRequired(),
                List.copyOf(
                        RedirectUtils.resolveValidRedirects(
                                session, client.getRootUrl(), client.getRedirectUris())),
                Set.copyOf(client.getWebOrigins()),
                withoutNulls(client.getAttributes()),
                new ClientSettings.Scopes(
                        client.getClientScopes(true).keySet(),
                        client.getClientScopes(false).keySet()));
    }

    private MapperSettings mapper(DeclaredMapper declared) {
        ProtocolMapperModel mapper = declared.mapper();
        var settings =
                new MapperSettings(
                        declared.isOfClient() ? mapper.getName() : shown(mapper.getName()),
                        mapper.getProtocolMapper(),
                        Optional.of(declared)
                                .filter(m -> !m.isOfClient())
                                .map(m -> shown(m.scope().getName())),
                        !declared.isOptional() && RunningProtocol.isOf(mapper),
                        problems.isKnown(mapper),
                        withoutNulls(mapper.getConfig()));
        // we don't check stock mappers, which may be slow to ask
        return settings.isOurs()
                ? settings.restricted(restriction(declared.scope()))
                        .with(problems.of(mapper, declared.scope()), problems.unknownKeys(mapper))
                : settings;
    }

    private String shown(String name) {
        return viewer.scopes() ? name : Viewer.HIDDEN;
    }

    /** Why Keycloak leaves out a whole client scope that is assigned as a default (K33). */
    private static Optional<String> restriction(ClientScopeModel scope) {
        if (scope instanceof ClientModel) {
            return Optional.empty();
        }
        if (scope.getScopeMappingsStream().findAny().isPresent()) {
            return Optional.of("runs only for users who have a role of that client scope.");
        }
        return scope.getProtocolMappersStream()
                        .anyMatch(m -> ORGANIZATIONS.equals(m.getProtocolMapper()))
                ? Optional.of("is skipped when a request asks for that scope of an organization.")
                : Optional.empty();
    }

    private static boolean policiesRestrict(KeycloakSession session) {
        return session.getKeycloakSessionFactory()
                        .getProviderFactory(ClientPolicyExecutorProvider.class, DOWNSCOPING)
                != null;
    }

    private static Map<String, String> withoutNulls(Map<String, String> settings) {
        Map<String, String> given = new HashMap<>(settings == null ? Map.of() : settings);
        given.values().removeIf(Objects::isNull);
        return Map.copyOf(given);
    }
}
