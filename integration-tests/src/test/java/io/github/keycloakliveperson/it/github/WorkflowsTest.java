package io.github.keycloakliveperson.it.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Their syntax is checked by {@code .ci/workflows}; this test checks what this project requires
 * beyond it.
 */
@DisplayName("Each workflow")
class WorkflowsTest {

    private static final Pattern SCRIPT = Pattern.compile("(\\.ci/[\\w-]+)( \"\\$\\w+\")*");

    /** What has no script: it prepares the checkout, or publishes what scripts have made. */
    private static final Pattern NEEDS_GITHUB =
            Pattern.compile("(?s)apt-get update && .*|gh release create .*|.*docker push .*");

    private static List<GitHubFile> workflows() {
        return GitHubFile.in("workflows");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    @DisplayName("may only read, except for single jobs that need more, and has a time limit")
    void permissions(GitHubFile workflow) {
        JsonNode yaml = workflow.yaml();

        assertThat(yaml.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(yaml.path("jobs"))
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.path("timeout-minutes").asInt()).isPositive());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    @DisplayName("uses actions by commit, and names their version")
    void pinned(GitHubFile workflow) {
        assertThat(workflow.text().lines().filter(line -> line.contains("uses:")))
                .isNotEmpty()
                .allMatch(line -> line.matches(" *(- )?uses: [\\w./-]+@[0-9a-f]{40} # v[0-9.]+"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    @DisplayName("keeps no credentials in the checkout")
    void credentials(GitHubFile workflow) {
        steps(workflow)
                .filter(step -> step.path("uses").asText().startsWith("actions/checkout@"))
                .forEach(
                        step ->
                                assertThat(step.at("/with/persist-credentials"))
                                        .hasToString("false"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    @DisplayName("runs scripts that can be run by hand, and puts no outside input into a command")
    void scripts(GitHubFile workflow) {
        List<String> commands =
                steps(workflow)
                        .filter(step -> step.has("run"))
                        .map(step -> step.path("run").asText().strip())
                        .toList();

        assertThat(commands)
                .allSatisfy(
                        command -> {
                            assertThat(command).doesNotContain("${{");
                            Matcher script = SCRIPT.matcher(command);
                            if (script.matches()) {
                                Path file = GitHubFile.PROJECT.resolve(script.group(1));
                                assertThat(Files.isExecutable(file)).as(command).isTrue();
                            } else {
                                assertThat(command).matches(NEEDS_GITHUB);
                            }
                        });
    }

    @Test
    @DisplayName("that runs on each Keycloak lists the versions in the parent POM")
    void versions() throws Exception {
        String pom = Files.readString(GitHubFile.PROJECT.resolve("pom.xml"));
        JsonNode matrix =
                GitHubFile.of("workflows/every-keycloak.yml")
                        .yaml()
                        .at("/jobs/all-tests/strategy/matrix/keycloak");

        assertThat(matrix)
                .extracting(JsonNode::asText)
                .containsExactly(
                        (property(pom, "keycloak.older.versions")
                                        + " "
                                        + property(pom, "keycloak.api.version"))
                                .split(" "));
    }

    private static Stream<JsonNode> steps(GitHubFile workflow) {
        return workflow.yaml()
                .path("jobs")
                .valueStream()
                .flatMap(job -> job.path("steps").valueStream());
    }

    private static String property(String pom, String name) {
        Matcher value = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }
}
