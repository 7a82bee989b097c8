package io.github.keycloakliveperson.it.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Dependabot")
class DependabotTest {

    private static final int DAYS = 7;

    /** How the files are called in which it looks for versions. */
    private static final Map<String, String> FILES =
            Map.of(
                    "maven", "pom.xml",
                    "npm", "package.json",
                    "docker", "Dockerfile",
                    "docker-compose", "docker-compose.yml",
                    "github-actions", ".github/workflows");

    @Test
    @DisplayName("updates to no version that is younger than a week")
    void coolDown() {
        assertThat(updates())
                .isNotEmpty()
                .allSatisfy(
                        update ->
                                assertThat(update.at("/cooldown/default-days").asInt())
                                        .isGreaterThanOrEqualTo(DAYS));
    }

    @Test
    @DisplayName("checks every week, in each directory with dependencies")
    void directories() {
        assertThat(GitHubFile.of("dependabot.yml").yaml().path("version").asInt()).isEqualTo(2);
        assertThat(updates())
                .allSatisfy(
                        update -> {
                            String kind = update.path("package-ecosystem").asText();
                            assertThat(FILES).containsKey(kind);
                            assertThat(update.at("/schedule/interval").asText())
                                    .isEqualTo("weekly");
                            assertThat(places(update))
                                    .allSatisfy(
                                            place ->
                                                    assertThat(place.resolve(FILES.get(kind)))
                                                            .exists());
                        });
    }

    @Test
    @DisplayName("covers every directory with npm packages")
    void npm() throws IOException {
        List<Path> known = new ArrayList<>();
        for (JsonNode update : updates()) {
            if (update.path("package-ecosystem").asText().equals("npm")) {
                known.addAll(places(update));
            }
        }
        for (String directory : List.of(".ci", "integration-tests/src")) {
            try (Stream<Path> files = Files.walk(GitHubFile.PROJECT.resolve(directory))) {
                assertThat(
                                files.filter(file -> file.endsWith("package.json"))
                                        .filter(file -> !file.toString().contains("node_modules"))
                                        .map(Path::getParent))
                        .isNotEmpty()
                        .isSubsetOf(known);
            }
        }
    }

    private static JsonNode updates() {
        return GitHubFile.of("dependabot.yml").yaml().path("updates");
    }

    private static List<Path> places(JsonNode update) {
        JsonNode several = update.path("directories");
        return (several.isMissingNode()
                        ? Stream.of(update.path("directory"))
                        : several.valueStream())
                .map(place -> GitHubFile.PROJECT.resolve(place.asText().substring(1)))
                .toList();
    }
}
