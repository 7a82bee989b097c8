package io.github.keycloakliveperson.benchmarks.report;

import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The page of the documentation that shows the figures, between two markers.
 *
 * @param file the page
 */
public record PerformancePage(Path file) {

    private static final String BEGIN = "<!-- figures: written by the benchmarks -->\n";
    private static final String END = "<!-- end of figures -->\n";

    /**
     * Writes figures into the page. Those of an earlier run on the same machine stay, those of
     * another machine go: they can't be compared.
     *
     * @param keycloakVersion the server that was measured
     */
    public void write(Map<Figure, Estimate> measured, String keycloakVersion) {
        try {
            String page = Files.readString(file);
            Files.writeString(file, replaced(page, measured, Machine.describe(keycloakVersion)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String replaced(String page, Map<Figure, Estimate> measured, String machine) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "The page lacks the markers that the figures stand between.");
        }
        String old = page.substring(begin + BEGIN.length(), end);
        FigureTable table = FigureTable.parse(old.startsWith(machine) ? old : "");
        return page.substring(0, begin + BEGIN.length())
                + machine
                + "\n\n"
                + table.with(measured).markdown()
                + page.substring(end);
    }
}
