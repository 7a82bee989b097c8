package io.github.keycloakliveperson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/security.md")
class SecurityPageTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");

    @Test
    @DisplayName("names only existing tests")
    void testsExist() throws IOException {
        Set<String> there = testClasses();
        List<String> named = tests(page());

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(there).containsAll(named);
    }

    @Test
    @DisplayName("has a test for each claim in a table")
    void claimsAreShown() throws IOException {
        List<String> rows =
                page().lines()
                        .filter(line -> line.startsWith("| "))
                        .filter(line -> !line.endsWith("| Shown by |"))
                        .toList();

        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows).allSatisfy(row -> assertThat(tests(lastCell(row))).isNotEmpty());
    }

    private static String lastCell(String row) {
        String[] cells = row.split("\\|");
        return cells[cells.length - 1];
    }

    private static List<String> tests(String text) {
        return TEST.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private static String page() throws IOException {
        return Files.readString(PROJECT.resolve("docs/security.md"));
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> unit = Files.walk(PROJECT.resolve("providers/src/test/java"));
                Stream<Path> onServers =
                        Files.walk(PROJECT.resolve("integration-tests/src/test/java"))) {
            return Stream.concat(unit, onServers)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
