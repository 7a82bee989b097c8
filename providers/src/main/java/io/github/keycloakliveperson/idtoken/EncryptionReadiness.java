package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.guard.DeclaredMapper;
import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.ProtocolMapper;

/**
 * Whether a client's id_tokens can be encrypted right now, determined without a token (L13, L16).
 *
 * @param refusal why they can't, empty where they can
 * @param daysLeft whole days until the end of the last key that follows without a gap, empty where
 *     there is no end or no key
 */
public record EncryptionReadiness(Optional<EncryptionRefusal> refusal, OptionalLong daysLeft) {

    /** Looks at a client's own encryption mapper, and at any that is where it must not be. */
    public static Optional<EncryptionReadiness> of(KeycloakSession session, ClientModel client) {
        var mappers =
                DeclaredMapper.of(client)
                        .filter(d -> IndispensableMapper.ENCRYPTION.is(d.mapper()))
                        .toList();
        if (mappers.isEmpty()) {
            return Optional.empty();
        }
        var factory =
                session.getKeycloakSessionFactory()
                        .getProviderFactory(
                                ProtocolMapper.class, IndispensableMapper.ENCRYPTION.id());
        return Optional.of(
                factory instanceof IdTokenEncryptionMapper mapper
                        ? mapper.readiness(mappers)
                        : refused(
                                new EncryptionRefusal(
                                        "The encryption mapper is disabled on this server.",
                                        "Remove the server option that disables it.")));
    }

    public boolean isReady() {
        return refusal.isEmpty();
    }

    static EncryptionReadiness judge(
            List<DeclaredMapper> mappers, EncryptorCache encryptors, Instant now) {
        try {
            var declared = only(mappers);
            EncryptionPlace.require(declared.mapper(), declared.scope());
            var keys = encryptors.encryptorOf(declared.mapper().getConfig()).keys();
            keys.select(now);
            var days =
                    Stream.of(keys.coveredUntil(now))
                            .filter(end -> end.isBefore(Instant.MAX))
                            .mapToLong(end -> Duration.between(now, end).toDays())
                            .findFirst();
            return new EncryptionReadiness(Optional.empty(), days);
        } catch (EncryptionRefusal refusal) {
            return refused(refusal);
        }
    }

    private static EncryptionReadiness refused(EncryptionRefusal refusal) {
        return new EncryptionReadiness(Optional.of(refusal), OptionalLong.empty());
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
