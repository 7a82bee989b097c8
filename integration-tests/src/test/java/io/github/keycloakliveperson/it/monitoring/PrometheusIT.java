package io.github.keycloakliveperson.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** With the options that docs/monitoring.md names; Keycloak has them since 26.2. */
@RealKeycloak(
        options = {"--event-metrics-user-enabled=true", "--event-metrics-user-tags=realm,clientId"})
@DisabledIfSystemProperty(named = "keycloak.version", matches = "26\\.[01]\\..*")
@Tag("operations")
@DisplayName("K41: dashboard and alerts, with a real Keycloak and a real Prometheus")
class PrometheusIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @AutoClose private static TestRealm realm;
    private static LivePersonTraffic traffic;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        traffic = LivePersonTraffic.in(keycloak, Instant.now().plus(20, ChronoUnit.DAYS));
        realm = traffic.realm();
        traffic.run();
    }

    @Test
    @DisplayName("every metric that they ask for is there")
    void metrics() throws IOException {
        assertThat(MonitoringFiles.metrics())
                .hasSize(3)
                .allSatisfy(
                        name ->
                                assertThat(traffic.metrics())
                                        .anyMatch(line -> line.startsWith(name + "{")));
        assertThat(traffic.metrics())
                .anyMatch(
                        line ->
                                line.startsWith("keycloak_user_events_total{client_id=\"code\"")
                                        && line.contains("event=\"code_to_token\"")
                                        && line.contains("error=\"invalid_code\""));
    }

    @Test
    @DisplayName("every query finds something, and the alert for the key's end is on its way")
    void prometheus() throws IOException {
        MonitoringFiles.requirePrometheus();
        URI keycloak = realm.keycloak().baseUri();
        try (ListeningProcess prometheus =
                MonitoringFiles.prometheus(
                        LoopbackPort.free(), keycloak.getHost() + ":" + keycloak.getPort())) {
            await(prometheus, "keycloak_liveperson_windows_total");
            // an increase is counted from the second look on
            traffic.run();
            for (String query : MonitoringFiles.queries()) {
                await(prometheus, query);
            }
            await(
                    prometheus,
                    "ALERTS{alertname=\"LivePersonEncryptionKeyEnds\", client_id=\"code\"}");
            assertThat(ask(prometheus, "/api/v1/rules", Map.of()).at("/data/groups/0/rules"))
                    .hasSize(3)
                    .allSatisfy(rule -> assertThat(rule.get("health").asText()).isEqualTo("ok"));
        }
    }

    private static void await(ListeningProcess prometheus, String query) throws IOException {
        Instant limit = Instant.now().plus(LIMIT);
        while (true) {
            JsonNode answer = ask(prometheus, "/api/v1/query", Map.of("query", query));
            assertThat(answer.get("status").asText()).as(query).isEqualTo("success");
            if (!answer.at("/data/result").isEmpty()) {
                return;
            }
            assertThat(Instant.now()).as("nothing for " + query).isBefore(limit);
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    private static JsonNode ask(ListeningProcess prometheus, String path, Map<String, String> more)
            throws IOException {
        URI address = URI.create(prometheus.address() + path + "?" + Query.encode(more));
        return new ObjectMapper().readTree(new ConsumerBrowser().get(address).body());
    }
}
