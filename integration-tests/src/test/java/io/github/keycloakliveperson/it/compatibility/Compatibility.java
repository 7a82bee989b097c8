package io.github.keycloakliveperson.it.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the README's compatibility table with the reports of the runs it stands for, or writes
 * it. {@code .ci/run} calls it at its end.
 *
 * <pre>Compatibility check|write DOCUMENT [--without-java=N] REPORTS…</pre>
 */
final class Compatibility {

    private static final String WITHOUT_JAVA = "--without-java=";

    private Compatibility() {}

    /** Exits with 1 when a run failed or the document claims anything else than what was run. */
    public static void main(String[] arguments) throws IOException {
        boolean write = arguments[0].equals("write");
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
        String expected = table.writtenInto(judged);
        if (write) {
            Files.writeString(document, expected);
        } else if (!expected.equals(judged)) {
            System.err.println(
                    document + " claims something else. What was run:\n" + table.claim());
            System.exit(1);
        }
    }
}
