package io.github.keycloakliveperson.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/contract.md} and {@code docs/keycloak-facts.md}, against the sources that cite them.
 */
@DisplayName("The lists of clauses and facts")
class ContractPagesTest {

    private static final Pattern ID =
            Pattern.compile("\\b([LK])(\\d{1,2})(?:\\s?[–-]\\s?\\1(\\d{1,2}))?\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\*\\*([LK]\\d+)\\*\\* \\|.*$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");

    private static final Map<String, String> rows = new HashMap<>();
    private static final Map<String, Set<String>> citedByTest = new HashMap<>();
    private static final Map<String, Set<String>> citedIn = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (String page : List.of("docs/contract.md", "docs/keycloak-facts.md")) {
            ROW.matcher(MarkdownPage.named(page).text())
                    .results()
                    .forEach(row -> rows.put(row.group(1), row.group()));
        }
        for (MarkdownPage page : MarkdownPage.all()) {
            citedIn.put(page.name(), ids(page.text()));
        }
        for (Path source : sources()) {
            Set<String> ids = ids(Files.readString(source));
            String name = source.getFileName().toString().replace(".java", "");
            citedIn.merge(source.toString(), ids, (one, other) -> one);
            if (source.toString().contains("/src/test/")) {
                citedByTest.put(name, ids);
            }
        }
    }

    @Test
    @DisplayName("are complete, L1 to L40 and K1 to K41")
    void complete() {
        List<String> all = new ArrayList<>();
        IntStream.rangeClosed(1, 40).forEach(number -> all.add("L" + number));
        IntStream.rangeClosed(1, 41).forEach(number -> all.add("K" + number));

        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    @DisplayName("contain every id that a source file or a document cites")
    void known() {
        assertThat(citedIn)
                .hasSizeGreaterThan(100)
                .allSatisfy((where, ids) -> assertThat(rows.keySet()).as(where).containsAll(ids));
    }

    @Test
    @DisplayName("name tests for each id, which exist and cite it")
    void shown() {
        assertThat(rows)
                .allSatisfy(
                        (id, row) -> {
                            List<String> tests = tests(lastCell(row));
                            assertThat(tests)
                                    .as(row)
                                    .isNotEmpty()
                                    .allSatisfy(
                                            test ->
                                                    assertThat(citedByTest.get(test))
                                                            .as("what %s cites", test)
                                                            .contains(id));
                        });
    }

    private static Set<String> ids(String text) {
        Set<String> ids = new TreeSet<>();
        ID.matcher(text)
                .results()
                .forEach(
                        found -> {
                            int first = Integer.parseInt(found.group(2));
                            int last =
                                    found.group(3) == null
                                            ? first
                                            : Integer.parseInt(found.group(3));
                            IntStream.rangeClosed(first, last)
                                    .forEach(number -> ids.add(found.group(1) + number));
                        });
        return ids;
    }

    private static String lastCell(String row) {
        String[] cells = row.split("(?<!\\\\)\\|");
        return cells[cells.length - 1].strip();
    }

    private static List<String> tests(String cell) {
        return TEST.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ServerSetup.projectDirectory(), 20)) {
            return files.filter(
                            file -> file.toString().matches(".*/src/(main|test)/java/.*\\.java"))
                    .toList();
        }
    }
}
