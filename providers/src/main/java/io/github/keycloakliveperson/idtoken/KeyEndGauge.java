package io.github.keycloakliveperson.idtoken;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.ClientModel;

/**
 * Shows in Keycloak's metrics until when each client's keys of LivePerson last, as of its last
 * token: seconds since 1970, infinite where there is no end. It holds one entry for each client
 * that has encrypted.
 */
final class KeyEndGauge {

    private final Map<Tags, Instant> ends = new ConcurrentHashMap<>();

    void set(ClientModel client, Instant end) {
        var tags = Tags.of("realm", client.getRealm().getName(), "client.id", client.getClientId());
        if (ends.put(tags, end) == null) {
            Gauge.builder("keycloak.liveperson.encryption.key.end", () -> seconds(ends.get(tags)))
                    .description("End of the last LivePerson key that follows without a gap")
                    .baseUnit("seconds")
                    .tags(tags)
                    .strongReference(true)
                    .register(Metrics.globalRegistry);
        }
    }

    private static double seconds(Instant end) {
        return end.equals(Instant.MAX) ? Double.POSITIVE_INFINITY : end.getEpochSecond();
    }
}
