package io.github.keycloakliveperson.idtoken;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapper;

/**
 * Whether a client's id_tokens can be encrypted right now, found out without a token (L13, L16).
 *
 * @param refusal why they can't, empty where they can
 * @param nativeEncryption whether Keycloak's own id_token encryption is on as well (K15)
 * @param kid the kid of the key in use, empty where there is none
 * @param validUntil the end of the last key that follows without a gap, empty where there is no end
 *     or no key
 * @param daysLeft whole days until then, empty likewise
 */
public record EncryptionReadiness(
        Optional<EncryptionRefusal> refusal,
        boolean nativeEncryption,
        Optional<String> kid,
        Optional<Instant> validUntil,
        OptionalLong daysLeft) {

    /**
     * Looks at a client's own encryption mapper and those of its client scopes.
     *
     * @param session the current session
     * @param client the client
     * @param requestedScopes the names of the optional client scopes that are asked for; default
     *     scopes always count
     * @return empty where the client's id_tokens are not meant to be encrypted
     */
    public static Optional<EncryptionReadiness> of(
            KeycloakSession session, ClientModel client, Set<String> requestedScopes) {
        List<ProtocolMapperModel> mappers =
                Stream.concat(
                                client.getProtocolMappersStream(),
                                scopesOf(client, requestedScopes)
                                        .flatMap(ClientScopeModel::getProtocolMappersStream))
                        .filter(
                                m ->
                                        IdTokenEncryptionMapper.PROVIDER_ID.equals(
                                                m.getProtocolMapper()))
                        .toList();
        if (mappers.isEmpty()) {
            return Optional.empty();
        }
        IdTokenEncryptionMapper mapper =
                (IdTokenEncryptionMapper)
                        session.getKeycloakSessionFactory()
                                .getProviderFactory(
                                        ProtocolMapper.class, IdTokenEncryptionMapper.PROVIDER_ID);
        return Optional.of(mapper.readiness(client, mappers));
    }

    /** Tells whether tokens can be encrypted right now. */
    public boolean isReady() {
        return refusal.isEmpty();
    }

    static EncryptionReadiness judge(
            ClientModel client,
            List<ProtocolMapperModel> mappers,
            EncryptorCache encryptors,
            Instant now) {
        boolean nativeEncryption = NativeEncryption.isOn(client);
        try {
            EncryptionKeys keys =
                    encryptors.encryptorOf(IdTokenEncryptionConfig.of(mappers.get(0))).keys();
            EncryptionKey key = keys.select(now);
            NativeEncryption.refuse(client);
            refuseSecond(mappers);
            Optional<Instant> end =
                    Optional.of(keys.coveredUntil(now)).filter(e -> e.isBefore(Instant.MAX));
            OptionalLong days =
                    end.stream().mapToLong(e -> Duration.between(now, e).toDays()).findFirst();
            return new EncryptionReadiness(
                    Optional.empty(), nativeEncryption, Optional.of(key.kid()), end, days);
        } catch (EncryptionRefusal refusal) {
            return new EncryptionReadiness(
                    Optional.of(refusal),
                    nativeEncryption,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty());
        }
    }

    private static void refuseSecond(List<ProtocolMapperModel> mappers) throws EncryptionRefusal {
        if (mappers.size() > 1) {
            throw new EncryptionRefusal(
                    "The client has " + mappers.size() + " encryption mappers in effect.",
                    "Keep one, on the client or in one of its client scopes.");
        }
    }

    private static Stream<ClientScopeModel> scopesOf(
            ClientModel client, Set<String> requestedScopes) {
        return Stream.concat(
                client.getClientScopes(true).values().stream(),
                client.getClientScopes(false).entrySet().stream()
                        .filter(scope -> requestedScopes.contains(scope.getKey()))
                        .map(Map.Entry::getValue));
    }
}
