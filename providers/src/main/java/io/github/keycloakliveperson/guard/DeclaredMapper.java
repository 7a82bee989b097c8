package io.github.keycloakliveperson.guard;

import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

/**
 * A mapper that an admin configured for a client, whether or not it runs; the scope of the client's
 * own mappers is the client.
 */
public record DeclaredMapper(
        ProtocolMapperModel mapper, ClientScopeModel scope, boolean isOptional) {

    /** All mappers of a client and of all its scopes, of every protocol. */
    public static Stream<DeclaredMapper> of(ClientModel client) {
        return Stream.of(
                        in(client, false),
                        client.getClientScopes(true).values().stream()
                                .flatMap(scope -> in(scope, false)),
                        client.getClientScopes(false).values().stream()
                                .flatMap(scope -> in(scope, true)))
                .flatMap(mappers -> mappers);
    }

    public boolean isOfClient() {
        return scope instanceof ClientModel;
    }

    private static Stream<DeclaredMapper> in(ClientScopeModel scope, boolean optional) {
        return scope.getProtocolMappersStream()
                .map(mapper -> new DeclaredMapper(mapper, scope, optional));
    }
}
