package io.github.keycloakliveperson.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The files for Prometheus and Grafana")
class MonitoringFilesTest {

    @Test
    @DisplayName(
            "are rules that Prometheus reads, and each alert fires where it should, and only there")
    void alerts(@TempDir Path directory) throws IOException {
        MonitoringFiles.requirePrometheus();
        Files.copy(MonitoringFiles.ALERTS, directory.resolve("alerts.yml"));
        Files.copy(MonitoringFiles.ALERT_TESTS, directory.resolve("alerts-test.yml"));

        assertThat(MonitoringFiles.promtool(directory, "check", "rules", "alerts.yml"))
                .contains("SUCCESS: 3 rules found");
        assertThat(MonitoringFiles.promtool(directory, "test", "rules", "alerts-test.yml"))
                .contains("SUCCESS");
    }

    @Test
    @DisplayName("are a dashboard whose panels have a title, a description and a query each")
    void dashboard() throws IOException {
        JsonNode dashboard = MonitoringFiles.dashboard();

        assertThat(dashboard.get("uid").asText()).isEqualTo("keycloak-liveperson");
        assertThat(dashboard.get("panels"))
                .hasSize(7)
                .allSatisfy(panel -> assertThat(panel.get("title").asText()).isNotBlank())
                .allSatisfy(panel -> assertThat(panel.get("description").asText()).isNotBlank());
        assertThat(dashboard.get("panels").findValuesAsText("id")).doesNotHaveDuplicates();
        assertThat(MonitoringFiles.queries()).hasSize(7).noneMatch(query -> query.contains("$"));
    }
}
