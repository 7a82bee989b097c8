package io.github.keycloakliveperson.it.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The files that admins import, and the programs of Prometheus that read them. */
final class MonitoringFiles {

    static final Path ALERTS = file("docs/monitoring/alerts.yml");
    static final Path ALERT_TESTS = file("integration-tests/src/monitoring/alerts-test.yml");
    static final Path DASHBOARD = file("docs/monitoring/grafana-dashboard.json");

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Pattern METRIC = Pattern.compile("\\bkeycloak_\\w+");

    private MonitoringFiles() {}

    private static Path file(String path) {
        return ServerSetup.projectDirectory().resolve(path);
    }

    /** Skips the test where Prometheus isn't installed; in continuous integration it has to be. */
    static void requirePrometheus() {
        ListeningProcess.require("Prometheus", "prometheus", PROMETHEUS, PROMTOOL);
    }

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(DASHBOARD.toFile());
    }

    /** Every query of the dashboard, with what Grafana puts into it. */
    static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        for (JsonNode panel : dashboard().get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                queries.add(
                        target.get("expr")
                                .asText()
                                .replace("$realm", ".*")
                                .replace("$client", ".*")
                                .replaceAll("\\$__(range|rate_interval)", "5m"));
            }
        }
        return queries;
    }

    /** The names of all metrics that dashboard and alerts ask for. */
    static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : List.of(ALERTS, DASHBOARD)) {
            METRIC.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(names::add);
        }
        return names;
    }

    /** What {@code promtool} says, in a directory; it must succeed. */
    static String promtool(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROMTOOL.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A Prometheus that asks a Keycloak for its metrics every second, with our alerts. */
    static ListeningProcess prometheus(int port, String keycloak) throws IOException {
        Path home = ListeningProcess.newHome("prometheus");
        Files.copy(ALERTS, home.resolve("alerts.yml"));
        Path configuration =
                Files.writeString(
                        home.resolve("prometheus.yml"),
                        """
                        global: {scrape_interval: 1s, evaluation_interval: 1s}
                        rule_files: [alerts.yml]
                        scrape_configs:
                          - job_name: keycloak
                            static_configs: [{targets: ['%s']}]
                        """
                                .formatted(keycloak));
        return ListeningProcess.start(
                home,
                port,
                List.of(
                        PROMETHEUS.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + home.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port));
    }
}
