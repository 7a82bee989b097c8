package io.github.keycloakliveperson.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;

@RealKeycloak
@Tag("core")
@DisplayName("K41: LivePerson's sign-ins can be told from others")
class WindowMetricsIT {

    private static final Instant KEY_END =
            Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private static final Pattern WINDOWS =
            Pattern.compile("keycloak_liveperson_windows_total\\{(.*)} (.*)");

    @AutoClose private static TestRealm realm;
    private static LivePersonTraffic traffic;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        traffic = LivePersonTraffic.in(keycloak, KEY_END);
        realm = traffic.realm();
        traffic.run();
    }

    @Test
    @DisplayName("in the metrics: by client, window, dialect, flow and outcome, in fixed words")
    void windows() {
        Map<String, Double> counts = new TreeMap<>();
        for (String line : traffic.metrics()) {
            Matcher windows = WINDOWS.matcher(line);
            if (windows.matches()) {
                counts.put(labels(windows.group(1)), Double.valueOf(windows.group(2)));
            }
        }

        assertThat(counts)
                .isEqualTo(
                        new TreeMap<>(
                                Map.of(
                                        "code external rfc code success", 2.0,
                                        "code external openid code success", 1.0,
                                        "implicit external rfc implicit success", 1.0,
                                        "implicit external openid implicit success", 1.0,
                                        "code embedded none code success", 1.0,
                                        "code embedded none code login_required", 1.0,
                                        "code external unknown unknown invalid_request", 1.0,
                                        "code external unknown unknown invalid_redirect_uri", 1.0,
                                        "unknown external unknown unknown client_not_found", 1.0)));
    }

    private static String labels(String pairs) {
        return String.join(
                " ",
                List.of("client_id", "window", "dialect", "flow", "outcome").stream()
                        .map(name -> pairs.replaceAll(".*\\b" + name + "=\"([^\"]*)\".*", "$1"))
                        .toList());
    }

    @Test
    @DisplayName("in the metrics: when the encryption key ends")
    void keyEnd() {
        assertThat(traffic.metrics())
                .filteredOn(
                        line -> line.startsWith("keycloak_liveperson_encryption_key_end_seconds"))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line).contains("client_id=\"code\"");
                            assertThat(Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                                    .isEqualTo((double) KEY_END.getEpochSecond());
                        });
    }

    @Test
    @DisplayName("in the events: by window, dialect and flow, beside Keycloak's own details")
    void events() {
        List<EventRepresentation> events =
                realm.admin().getEvents().stream().filter(e -> e.getDetails() != null).toList();

        assertThat(events)
                .extracting(WindowMetricsIT::described)
                .contains(
                        "LOGIN external rfc code",
                        "LOGIN external openid code",
                        "LOGIN external rfc implicit",
                        "LOGIN external openid implicit",
                        "LOGIN embedded none code",
                        "LOGIN_ERROR external null null");
        assertThat(events)
                .as("a sign-in on Keycloak's page, by where it returns to")
                .anyMatch(
                        e ->
                                e.getType().equals("LOGIN")
                                        && e.getDetails()
                                                .get("redirect_uri")
                                                .endsWith("/liveperson/callback"));
    }

    private static String described(EventRepresentation event) {
        Map<String, String> details = event.getDetails();
        return "%s %s %s %s"
                .formatted(
                        event.getType(),
                        details.get("liveperson_window"),
                        details.get("liveperson_dialect"),
                        details.get("liveperson_flow"));
    }
}
