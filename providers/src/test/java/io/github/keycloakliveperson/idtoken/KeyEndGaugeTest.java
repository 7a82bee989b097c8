package io.github.keycloakliveperson.idtoken;

import static io.github.keycloakliveperson.Models.knowing;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

@DisplayName("The metrics tell until when a client's keys last")
class KeyEndGaugeTest {

    private static final String NAME = "keycloak.liveperson.encryption.key.end";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final KeyEndGauge gauge = new KeyEndGauge();

    @BeforeEach
    void publish() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void withdraw() {
        Metrics.removeRegistry(registry);
        registry.close();
    }

    private static ClientModel client(String clientId) {
        RealmModel realm = knowing(RealmModel.class, Map.of("getName", "key-end"));
        return knowing(ClientModel.class, Map.of("getRealm", realm, "getClientId", clientId));
    }

    private double shown(String clientId) {
        Gauge shown = registry.get(NAME).tags("realm", "key-end", "client.id", clientId).gauge();
        return shown.value();
    }

    @Test
    @DisplayName("each client's own, as of its last token")
    void last() {
        gauge.set(client("a"), Instant.ofEpochSecond(100));
        gauge.set(client("b"), Instant.ofEpochSecond(200));
        gauge.set(client("a"), Instant.ofEpochSecond(300));

        assertThat(shown("a")).isEqualTo(300);
        assertThat(shown("b")).isEqualTo(200);
    }

    @Test
    @DisplayName("infinite where there is no end")
    void endless() {
        gauge.set(client("endless"), Instant.MAX);

        assertThat(shown("endless")).isInfinite().isPositive();
    }
}
