package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.guard.DeclaredMapper;
import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ProviderFactory;

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
     * Looks at a client's own encryption mapper, and at any that is where it must not be.
     *
     * @param session the current session
     * @param client the client
     * @return empty where the client's id_tokens are not meant to be encrypted
     */
    public static Optional<EncryptionReadiness> of(KeycloakSession session, ClientModel client) {
        List<DeclaredMapper> mappers =
                DeclaredMapper.of(client)
                        .filter(d -> IndispensableMapper.ENCRYPTION.is(d.mapper()))
                        .toList();
        if (mappers.isEmpty()) {
            return Optional.empty();
        }
        ProviderFactory<ProtocolMapper> factory =
                session.getKeycloakSessionFactory()
                        .getProviderFactory(
                                ProtocolMapper.class, IndispensableMapper.ENCRYPTION.id());
        return Optional.of(
                factory instanceof IdTokenEncryptionMapper mapper
                        ? mapper.readiness(client, mappers)
                        : refused(
                                new EncryptionRefusal(
                                        "The encryption mapper is disabled on this server.",
                                        "Remove the server option that disables it."),
                                client));
    }

    /** Tells whether tokens can be encrypted right now. */
    public boolean isReady() {
        return refusal.isEmpty();
    }

    static EncryptionReadiness judge(
            ClientModel client,
            List<DeclaredMapper> mappers,
            EncryptorCache encryptors,
            Instant now) {
        try {
            DeclaredMapper declared = only(mappers);
            EncryptionPlace.require(declared.mapper(), declared.scope());
            EncryptionKeys keys =
                    encryptors.encryptorOf(IdTokenEncryptionConfig.of(declared.mapper())).keys();
            EncryptionKey key = keys.select(now);
            NativeEncryption.refuse(client);
            Optional<Instant> end =
                    Optional.of(keys.coveredUntil(now)).filter(e -> e.isBefore(Instant.MAX));
            OptionalLong days =
                    end.stream().mapToLong(e -> Duration.between(now, e).toDays()).findFirst();
            return new EncryptionReadiness(
                    Optional.empty(), false, Optional.of(key.kid()), end, days);
        } catch (EncryptionRefusal refusal) {
            return refused(refusal, client);
        }
    }

    private static EncryptionReadiness refused(EncryptionRefusal refusal, ClientModel client) {
        return new EncryptionReadiness(
                Optional.of(refusal),
                NativeEncryption.isOn(client),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    private static DeclaredMapper only(List<DeclaredMapper> mappers) throws EncryptionRefusal {
        if (mappers.size() > 1) {
            throw new EncryptionRefusal(
                    "The client has " + mappers.size() + " encryption mappers.",
                    "Keep one, on the client itself.");
        }
        return mappers.get(0);
    }
}
