package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.onboarding.ClientSettings;
import io.github.keycloakliveperson.onboarding.Encryption;
import io.github.keycloakliveperson.onboarding.EncryptionProbe;
import io.github.keycloakliveperson.onboarding.MapperSettings;
import io.github.keycloakliveperson.onboarding.RealmSettings;
import io.github.keycloakliveperson.onboarding.Setup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.provider.ProviderFactory;

/** Reads all that bears on a client into a {@link Setup}. */
final class SetupReader {

    private static final String OPENID_CONNECT = "openid-connect";

    private final KeycloakSession session;
    private final MapperProblems problems;
    private final RealmSettings realm;

    SetupReader(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.problems = new MapperProblems(session, realm);
        this.realm = new RealmReader(session, realm).read();
    }

    Setup read(ClientModel client) {
        Stream<MapperSettings> mappers =
                Stream.concat(
                        mappers(client, Optional.empty(), true),
                        Stream.concat(
                                ofScopes(client.getClientScopes(true), true),
                                ofScopes(client.getClientScopes(false), false)));
        return new Setup(realm, settings(client), mappers.toList(), encryption(client));
    }

    private ClientSettings settings(ClientModel client) {
        String protocol = client.getProtocol();
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
                withoutNulls(client.getAttributes()));
    }

    private Stream<MapperSettings> ofScopes(Map<String, ClientScopeModel> scopes, boolean always) {
        return scopes.values().stream()
                .flatMap(scope -> mappers(scope, Optional.of(scope.getName()), always));
    }

    private Stream<MapperSettings> mappers(
            ProtocolMapperContainerModel container, Optional<String> scope, boolean always) {
        return container
                .getProtocolMappersStream()
                .map(mapper -> mapper(mapper, container, scope, always));
    }

    private MapperSettings mapper(
            ProtocolMapperModel mapper,
            ProtocolMapperContainerModel container,
            Optional<String> scope,
            boolean always) {
        Map<String, String> config = mapper.getConfig();
        MapperSettings settings =
                new MapperSettings(
                        mapper.getName(),
                        mapper.getProtocolMapper(),
                        scope,
                        always,
                        problems.isKnown(mapper),
                        withoutNulls(config));
        // stock mappers are none of our business, and may be slow to ask
        return settings.isOurs()
                ? settings.with(problems.of(mapper, container), problems.unknownKeys(mapper))
                : settings;
    }

    private Optional<Encryption> encryption(ClientModel client) {
        ProviderFactory<ProtocolMapper> mapper =
                session.getKeycloakSessionFactory()
                        .getProviderFactory(ProtocolMapper.class, MapperSettings.ENCRYPTION);
        return mapper instanceof EncryptionProbe probe
                ? probe.encryption(session, client)
                : Optional.empty();
    }

    private static Map<String, String> withoutNulls(Map<String, String> settings) {
        Map<String, String> given = new HashMap<>(settings == null ? Map.of() : settings);
        given.values().removeIf(Objects::isNull);
        return Map.copyOf(given);
    }
}
