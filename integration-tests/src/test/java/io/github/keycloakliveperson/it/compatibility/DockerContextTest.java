package io.github.keycloakliveperson.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Maven reads the POM of every module, even in an image that builds only some of them. */
@DisplayName("The images' build")
class DockerContextTest {

    private static final Path PROJECT = Path.of(System.getProperty("basedir")).getParent();
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @Test
    @DisplayName("includes every module's POM")
    void modules() throws IOException {
        List<String> modules =
                MODULE.matcher(Files.readString(PROJECT.resolve("pom.xml")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        List<String> seen = Files.readAllLines(PROJECT.resolve(".dockerignore"));

        assertThat(modules)
                .isNotEmpty()
                .allMatch(
                        module ->
                                seen.contains("!" + module)
                                        || seen.contains("!" + module + "/pom.xml"));
    }
}
