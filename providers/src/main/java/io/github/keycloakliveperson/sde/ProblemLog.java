package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.sde.claim.SdeReport;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;

/**
 * Logs at WARN which field of which user is wrong and why, never the value, and at most once a
 * minute for a client's field. The user has an id without personal data: {@link LoggedUser}.
 */
final class ProblemLog {

    private static final Logger LOG = Logger.getLogger(ProblemLog.class);
    private static final int REMEMBERED = 10_000;

    private final LogThrottle<Subject> limit;

    ProblemLog(LongSupplier nanoTime) {
        limit = new LogThrottle<>(REMEMBERED, nanoTime);
    }

    /** What a mapper reports while it makes the claim of one consumer. */
    FieldProblems about(ClientModel client, ProtocolMapperModel mapper, UserModel user) {
        return (field, reason) -> report(client, field.setting(), mapper, user, reason);
    }

    /** Another mapper's lp_sdes wasn't a list of objects with a type each. */
    void malformedClaim(ClientModel client, ProtocolMapperModel mapper, UserModel user) {
        report(
                client,
                SdeReport.CLAIM,
                mapper,
                user,
                "another mapper of the client writes this claim, and not as a list of objects that"
                        + " have a type and its data; everything else is left out");
    }

    private void report(
            ClientModel client,
            String field,
            ProtocolMapperModel mapper,
            UserModel user,
            String reason) {
        if (limit.maySpeak(new Subject(client.getId(), field))) {
            LOG.warnf(
                    "LivePerson field %s of user %s: %s (client %s, realm %s, mapper %s)",
                    field,
                    LoggedUser.of(user.getId()),
                    reason,
                    client.getClientId(),
                    client.getRealm().getName(),
                    mapper.getName());
        }
    }

    private record Subject(String clientId, String field) {}
}
