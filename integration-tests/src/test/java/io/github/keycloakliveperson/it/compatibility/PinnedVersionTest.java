package io.github.keycloakliveperson.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files that can't read the parent POM repeat its versions; this test compares them. */
@DisplayName("The versions in the parent POM")
class PinnedVersionTest {

    private static final Path PROJECT = Path.of(System.getProperty("basedir")).getParent();
    private static final Pattern IMAGE =
            Pattern.compile(
                    "(?:/keycloak|/keycloak-liveperson|\\(Keycloak |tag)(?:: ?\"?)?(26\\.[0-9.]+[0-9])");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (26[0-9.]+) \\| \\d+ \\| ");

    @Test
    @DisplayName("are those of Keycloak's image in the Dockerfile and in the documents")
    void images() throws IOException {
        Map<String, List<String>> versions = new TreeMap<>();
        for (String name : textFiles()) {
            versions.put(name, found(IMAGE, name));
        }

        assertThat(versions.get("Dockerfile")).isNotEmpty();
        assertThat(versions.get("docs/install.md")).isNotEmpty();
        assertThat(versions)
                .allSatisfy(
                        (name, of) ->
                                assertThat(of)
                                        .as(name)
                                        .allMatch(property("keycloak.api.version")::equals));
    }

    @Test
    @DisplayName("are those of the README's compatibility table")
    void table() {
        List<String> pinned = new ArrayList<>();
        pinned.addAll(List.of(property("keycloak.older.versions").split(" ")));
        pinned.add(property("keycloak.api.version"));

        assertThat(found(ROW, "README.md").stream().distinct().toList()).isEqualTo(pinned);
    }

    private static List<String> textFiles() throws IOException {
        try (Stream<Path> top = Files.list(PROJECT);
                Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".png"))
                    .map(file -> PROJECT.relativize(file).toString())
                    .toList();
        }
    }

    private static String property(String name) {
        return found(Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<"), "pom.xml").get(0);
    }

    private static List<String> found(Pattern pattern, String name) {
        try {
            return pattern.matcher(Files.readString(PROJECT.resolve(name)))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
