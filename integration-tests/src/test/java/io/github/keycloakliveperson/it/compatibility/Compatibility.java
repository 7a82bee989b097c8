package io.github.keycloakliveperson.it.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the README's compatibility table with the reports of its runs ({@code check}, which
 * {@code .ci/run} calls at its end), or writes it. With {@code cover}, as {@code
 * .ci/every-keycloak} calls it, the reports may be of more tests and fewer servers than it claims.
 *
 * <pre>Compatibility check|cover|write DOCUMENT [--without-java=N] REPORTS…</pre>
 */
final class Compatibility {

    private static final String WITHOUT_JAVA = "--without-java=";

    private Compatibility() {}

    /** Exits with 1 when a run failed or the document claims anything else than what was run. */
    public static void main(String[] arguments) throws IOException {
        String task = arguments[0];
        Path document = Path.of(arguments[1]);
        String text = Files.readString(document);
        String judged = text;
        List<ServerRun> runs = new ArrayList<>();
        for (String argument : List.of(arguments).subList(2, arguments.length)) {
            if (argument.startsWith(WITHOUT_JAVA)) {
                int java = Integer.parseInt(argument.substring(WITHOUT_JAVA.length()));
                judged = CompatibilityTable.withoutJava(judged, java);
            } else {
                runs.add(new FailsafeReports(Path.of(argument)).read());
            }
        }
        CompatibilityTable table = new CompatibilityTable(runs);
        System.out.print(table.figures());
        if (!runs.stream().allMatch(ServerRun::passed)) {
            System.err.println("Not every run passed.");
            System.exit(1);
        }
        switch (task) {
            case "write" -> Files.writeString(document, table.writtenInto(judged));
            case "check" -> agree(table.writtenInto(judged).equals(judged), document, table);
            case "cover" -> agree(table.contradicting(judged).isEmpty(), document, table);
            default -> throw new IllegalArgumentException("There is no task " + task);
        }
    }

    private static void agree(boolean agrees, Path document, CompatibilityTable table) {
        if (!agrees) {
            System.err.println(
                    document + " claims something else. What was run:\n" + table.claim());
            System.exit(1);
        }
    }
}
