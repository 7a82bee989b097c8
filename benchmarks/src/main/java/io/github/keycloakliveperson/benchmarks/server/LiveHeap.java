package io.github.keycloakliveperson.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The objects of a Java process that are in use.
 *
 * @param bytes their size
 */
record LiveHeap(long bytes) {

    private static final String TOTAL = "Total";
    private static final int BYTES_COLUMN = 2;

    /** Asks a process of the same user, which collects its garbage for the answer. */
    static LiveHeap of(long pid) {
        histogram(pid); // references that need two collections to go
        var words = histogram(pid);
        return new LiveHeap(Long.parseLong(words[BYTES_COLUMN]));
    }

    private static String[] histogram(long pid) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            var process =
                    new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                            .redirectErrorStream(true)
                            .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.startsWith(TOTAL))
                    .map(line -> line.split("\\s+"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No histogram: " + text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
