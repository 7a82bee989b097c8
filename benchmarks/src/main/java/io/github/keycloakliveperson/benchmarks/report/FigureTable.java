package io.github.keycloakliveperson.benchmarks.report;

import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures as a Markdown table.
 *
 * @param rows the table's lines by figure; those of an earlier run stay until they are measured
 *     again
 */
record FigureTable(Map<Figure, String> rows) {

    private static final String HEAD =
            """
            | figure | against | bar | aim | measured | quartiles | meets |
            |---|---|---|---|---|---|---|
            """;

    private static final int MEDIAN_CELL = 5;

    FigureTable {
        rows = new TreeMap<>(rows);
    }

    /** Reads the table that was written before; lines of unknown figures are dropped. */
    static FigureTable parse(String markdown) {
        Map<Figure, String> rows = new LinkedHashMap<>();
        for (var line : markdown.split("\n")) {
            for (var figure : Figure.values()) {
                if (line.startsWith(beginning(figure))) {
                    rows.put(figure, line);
                }
            }
        }
        return new FigureTable(rows);
    }

    FigureTable with(Map<Figure, Estimate> measured) {
        Map<Figure, String> rows = new LinkedHashMap<>(this.rows);
        measured.forEach((figure, estimate) -> rows.put(figure, row(figure, estimate)));
        return new FigureTable(rows);
    }

    /** The medians, as the table shows them. */
    Map<Figure, Double> medians() {
        Map<Figure, Double> medians = new TreeMap<>();
        rows.forEach((figure, row) -> medians.put(figure, Double.valueOf(median(row))));
        return medians;
    }

    private static String median(String row) {
        return row.split("\\|")[MEDIAN_CELL].strip().split(" ")[0];
    }

    String markdown() {
        return HEAD + String.join("\n", rows.values()) + "\n";
    }

    static String row(Figure figure, Estimate estimate) {
        var unit = figure.unit();
        var goal = figure.goal();
        return beginning(figure)
                + " "
                + String.join(
                        " | ",
                        goal.bar().write(unit),
                        goal.aim().write(unit),
                        unit.write(estimate.median()),
                        unit.write(estimate.low()) + " – " + unit.write(estimate.high()),
                        goal.verdict(estimate.median()))
                + " |";
    }

    private static String beginning(Figure figure) {
        return "| " + figure.text() + " | " + figure.against() + " |";
    }
}
