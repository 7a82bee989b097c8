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
    private static final String SIZING = "<!-- sizing: written by the benchmarks -->\n";
    private static final String END_OF_SIZING = "<!-- end of sizing -->\n";

    /**
     * Writes figures into the page. Those of an earlier run on the same machine stay, those of
     * another machine go: they can't be compared. The sizing guide is recalculated if everything
     * that it needs was measured.
     *
     * @param keycloakVersion the server that was measured
     */
    public void write(Map<Figure, Estimate> measured, String keycloakVersion) {
        try {
            var page = Files.readString(file);
            Files.writeString(file, replaced(page, measured, Machine.describe(keycloakVersion)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String replaced(String page, Map<Figure, Estimate> measured, String machine) {
        var old = between(page, BEGIN, END);
        var table = FigureTable.parse(old.startsWith(machine) ? old : "").with(measured);
        var withFigures = replaced(page, BEGIN, END, machine + "\n\n" + table.markdown());
        var guide = new SizingGuide(table.medians());
        return guide.isComplete() && page.contains(SIZING)
                ? replaced(withFigures, SIZING, END_OF_SIZING, guide.markdown())
                : withFigures;
    }

    private static String replaced(String page, String begin, String end, String text) {
        return page.replace(begin + between(page, begin, end) + end, begin + text + end);
    }

    private static String between(String page, String begin, String end) {
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "The page lacks the markers that the figures stand between.");
        }
        return page.substring(from + begin.length(), to);
    }
}
