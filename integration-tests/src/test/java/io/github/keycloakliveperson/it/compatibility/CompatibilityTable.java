package io.github.keycloakliveperson.it.compatibility;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Servers and what was run on them, as a table in Markdown.
 *
 * @param runs in any order
 */
record CompatibilityTable(List<ServerRun> runs) {

    private static final String BEGIN = "<!-- compatibility: begin -->\n";
    private static final String END = "<!-- compatibility: end -->";

    /** What a document claims: one row per run that passed. */
    String claim() {
        return "| Keycloak | Java | tests |\n|---|---|---|\n"
                + runs.stream()
                        .filter(ServerRun::passed)
                        .sorted(ServerRun.IN_ORDER)
                        .map(run -> row(run) + " |\n")
                        .distinct()
                        .collect(Collectors.joining());
    }

    /** All runs with their figures. */
    String figures() {
        return "| Keycloak | Java | tests | run | failed | skipped |\n"
                + "|---|---|---|---|---|---|\n"
                + runs.stream()
                        .sorted(ServerRun.IN_ORDER)
                        .map(
                                run ->
                                        "%s | %d | %d | %d |\n"
                                                .formatted(
                                                        row(run),
                                                        run.run(),
                                                        run.failed(),
                                                        run.skipped()))
                        .collect(Collectors.joining());
    }

    /** Puts the claim into a document, between its two comments. */
    String writtenInto(String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("The document lacks " + BEGIN + "and " + END);
        }
        return document.substring(0, begin + BEGIN.length()) + claim() + document.substring(end);
    }

    /**
     * The runs that don't show what a document claims of their server: it doesn't name the server,
     * or claims more of it than was run. What it claims of other servers isn't looked at.
     */
    List<ServerRun> contradicting(String document) {
        Set<String> rows = document.lines().collect(Collectors.toSet());
        return runs.stream()
                .filter(
                        run ->
                                Stream.of(TestSet.values())
                                        .filter(run.tests()::includes)
                                        .noneMatch(tests -> rows.contains(row(run, tests) + " |")))
                .toList();
    }

    /** Removes a Java release from a document's claim if this machine doesn't have it. */
    static String withoutJava(String document, int java) {
        return document.replaceAll("(?m)^\\| [0-9.]+ \\| " + java + " \\| [a-z ]+ \\|\n", "");
    }

    private static String row(ServerRun run) {
        return row(run, run.tests());
    }

    private static String row(ServerRun run, TestSet tests) {
        return "| %s | %d | %s".formatted(run.keycloak(), run.java(), tests.words());
    }
}
