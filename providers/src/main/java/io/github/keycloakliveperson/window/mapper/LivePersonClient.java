package io.github.keycloakliveperson.window.mapper;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A client that LivePerson signs consumers in with: an enabled OpenID Connect client that has the
 * window mapper, on itself or in one of its default client scopes. (A mapper in an optional scope
 * doesn't count: LivePerson asks for {@code openid} alone.)
 *
 * @param problems what is wrong with these settings, a sentence each; empty when nothing is
 */
public record LivePersonClient(
        ClientModel client, WindowMapperConfig config, List<String> problems) {

    private static final String OPENID_CONNECT = "openid-connect";

    /** What the database holds, in characters. */
    private static final int LONGEST_CLIENT_ID = 255;

    /** Looks a client up by its client id, null for none. */
    public static ClientSearch find(RealmModel realm, String clientId) {
        if (clientId == null) {
            return ClientSearch.Missing.UNNAMED;
        }
        if (clientId.length() > LONGEST_CLIENT_ID) {
            return ClientSearch.Missing.TOO_LONG;
        }
        var client = realm.getClientByClientId(clientId);
        if (client == null) {
            return ClientSearch.Missing.UNKNOWN;
        }
        if (!client.isEnabled()) {
            return ClientSearch.Missing.DISABLED;
        }
        return of(client)
                .<ClientSearch>map(ClientSearch.Found::new)
                .orElse(ClientSearch.Missing.NOT_LIVEPERSON);
    }

    /** The client, or empty when it isn't one of LivePerson's. */
    public static Optional<LivePersonClient> of(ClientModel client) {
        if (!client.isEnabled() || client.isBearerOnly() || !isOpenIdConnect(client)) {
            return Optional.empty();
        }
        return settings(client)
                .map(
                        settings ->
                                new LivePersonClient(
                                        client,
                                        WindowMapperConfig.from(settings),
                                        WindowMapperConfig.problems(settings)));
    }

    /**
     * Finds the settings that hold for a client, whether or not it is enabled: its own mapper goes
     * before those of its default scopes, the first by name before the others, so that nothing
     * depends on their order in the database.
     */
    public static Optional<Map<String, String>> settings(ClientModel client) {
        return windowMapper(client.getProtocolMappersStream())
                .or(
                        () ->
                                client.getClientScopes(true).values().stream()
                                        .sorted(Comparator.comparing(ClientScopeModel::getName))
                                        .flatMap(
                                                scope ->
                                                        windowMapper(
                                                                scope.getProtocolMappersStream())
                                                                .stream())
                                        .findFirst())
                .map(mapper -> mapper.getConfig() == null ? Map.of() : mapper.getConfig());
    }

    /** Whether a consumer may message here, null for one who is unknown. */
    public boolean admits(Supplier<UserModel> consumer) {
        return config.requiredRole().isHeldBy(consumer, client.getRealm());
    }

    /** Whether a scope can be asked for here: one of the client's own, and no part of another. */
    public boolean hasScope(String name) {
        return client.getClientScopes(true).containsKey(name)
                || client.getClientScopes(false).containsKey(name);
    }

    private static Optional<ProtocolMapperModel> windowMapper(Stream<ProtocolMapperModel> mappers) {
        return mappers.filter(m -> WindowMapper.PROVIDER_ID.equals(m.getProtocolMapper()))
                .min(Comparator.comparing(ProtocolMapperModel::getName));
    }

    private static boolean isOpenIdConnect(ClientModel client) {
        return client.getProtocol() == null || OPENID_CONNECT.equals(client.getProtocol());
    }
}
