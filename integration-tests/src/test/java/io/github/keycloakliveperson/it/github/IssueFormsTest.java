package io.github.keycloakliveperson.it.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * GitHub silently leaves out a form with a mistake. Its rules are in its document "Syntax for issue
 * forms".
 */
@DisplayName("Each issue form")
class IssueFormsTest {

    private static final Set<String> KINDS =
            Set.of("markdown", "input", "textarea", "dropdown", "checkboxes");

    private static List<GitHubFile> forms() {
        return GitHubFile.in("ISSUE_TEMPLATE").stream()
                .filter(file -> !file.toString().equals("config.yml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("has what GitHub requires of a form, and nothing else")
    void form(GitHubFile file) {
        JsonNode form = file.yaml();

        assertThat(names(form)).isSubsetOf("name", "description", "labels", "body");
        assertThat(form.path("name").asText()).isNotBlank();
        assertThat(form.path("description").asText()).isNotBlank();
        assertThat(form.path("body")).isNotEmpty().allSatisfy(IssueFormsTest::element);
        assertThat(form.path("body").valueStream().filter(one -> one.has("id")))
                .extracting(one -> one.path("id").asText())
                .doesNotHaveDuplicates();
        assertThat(form.path("body"))
                .as("a form asks something")
                .anyMatch(one -> !one.path("type").asText().equals("markdown"));
    }

    private static void element(JsonNode element) {
        String kind = element.path("type").asText();
        JsonNode attributes = element.path("attributes");
        assertThat(KINDS).contains(kind);
        assertThat(names(element)).isSubsetOf("type", "id", "attributes", "validations");
        if (kind.equals("markdown")) {
            assertThat(attributes.path("value").asText()).isNotBlank();
            assertThat(names(element)).containsExactlyInAnyOrder("type", "attributes");
            return;
        }
        assertThat(element.path("id").asText()).matches("[a-z0-9_-]+");
        assertThat(attributes.path("label").asText()).isNotBlank();
        if (kind.equals("dropdown")) {
            assertThat(attributes.path("options"))
                    .hasSizeGreaterThan(1)
                    .doesNotHaveDuplicates()
                    .noneMatch(option -> option.asText().equalsIgnoreCase("none"));
        }
        assertThat(names(element.path("validations"))).isSubsetOf("required");
    }

    @Test
    @DisplayName("is next to links that lead to existing files of this project")
    void links() throws Exception {
        JsonNode config = GitHubFile.of("ISSUE_TEMPLATE/config.yml").yaml();
        String home = "https://github.com/keycloak-liveperson/keycloak-liveperson/";

        assertThat(config.path("blank_issues_enabled").isBoolean()).isTrue();
        assertThat(config.path("contact_links"))
                .isNotEmpty()
                .allSatisfy(
                        link -> {
                            assertThat(names(link)).containsExactly("name", "url", "about");
                            String address = link.path("url").asText();
                            assertThat(address).startsWith(home);
                            String file = address.substring(home.length());
                            if (file.startsWith("blob/main/")) {
                                assertThat(
                                                GitHubFile.PROJECT.resolve(
                                                        file.substring("blob/main/".length())))
                                        .exists();
                            }
                        });
        assertThat(Files.readString(GitHubFile.PROJECT.resolve("pom.xml")))
                .contains("<project.home>" + home.replaceAll("/$", "") + "<");
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
