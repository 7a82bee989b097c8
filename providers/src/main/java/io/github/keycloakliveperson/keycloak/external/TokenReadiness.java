package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.guard.RunningProtocol;
import io.github.keycloakliveperson.idtoken.EncryptionReadiness;
import io.github.keycloakliveperson.keycloak.server.InstalledTokenGuard;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.TokenManager;

/** Finds out, before a consumer signs in for nothing, whether tokens would be withheld. */
final class TokenReadiness {

    private TokenReadiness() {}

    /** Why no tokens would leave, by Keycloak's choice of scopes (K33); empty where they would. */
    static Optional<String> trouble(
            KeycloakSession session, ClientModel client, Set<String> scopes) {
        return EncryptionReadiness.of(session, client)
                .flatMap(EncryptionReadiness::refusal)
                .map(Exception::getMessage)
                .or(() -> missing(session, client, scopes));
    }

    private static Optional<String> missing(
            KeycloakSession session, ClientModel client, Set<String> scopes) {
        var guarded = InstalledTokenGuard.on(session);
        var applied =
                TokenManager.getRequestedClientScopes(
                                session, "openid " + String.join(" ", scopes), client, null)
                        .filter(scope -> guarded || isForEverybody(scope))
                        .toList();
        return Arrays.stream(IndispensableMapper.values())
                .filter(m -> m.isDemanded(client, scope -> scopes.contains(scope.getName())))
                .filter(m -> applied.stream().noneMatch(scope -> runs(m, scope, session)))
                .findFirst()
                .map(IndispensableMapper::whyWithheld);
    }

    /** Without the guard, a mapper that is skipped for some consumers doesn't count. */
    private static boolean isForEverybody(ClientScopeModel scope) {
        return scope instanceof ClientModel || scope.getScopeMappingsStream().findAny().isEmpty();
    }

    private static boolean runs(
            IndispensableMapper mapper, ClientScopeModel scope, KeycloakSession session) {
        return scope.getProtocolMappersStream()
                .filter(mapper::is)
                .anyMatch(
                        m -> RunningProtocol.isOf(m) && ProtocolMapperUtils.isEnabled(session, m));
    }
}
