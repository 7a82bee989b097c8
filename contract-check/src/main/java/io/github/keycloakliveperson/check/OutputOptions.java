package io.github.keycloakliveperson.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keycloakliveperson.check.report.JUnitReport;
import io.github.keycloakliveperson.check.report.JsonReport;
import io.github.keycloakliveperson.check.report.MarkdownReport;
import io.github.keycloakliveperson.check.report.Report;
import io.github.keycloakliveperson.check.report.ReportFormat;
import io.github.keycloakliveperson.check.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the result goes besides the lines on standard output. */
final class OutputOptions {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(
            names = "--json",
            arity = "0..1",
            fallbackValue = "-",
            description = "Writes JSON to this file, or to standard output in place of the text.")
    Path json;

    @Option(
            names = "--junit",
            arity = "0..1",
            fallbackValue = "-",
            description = "The same as JUnit XML.")
    Path junit;

    @Option(
            names = "--markdown",
            arity = "0..1",
            fallbackValue = "-",
            description = "The same as a Markdown table, with a column for each flow.")
    Path markdown;

    /** Writes the report in every form asked for. */
    void write(Report report, PrintWriter out) throws IOException {
        Map<ReportFormat, Path> files = new LinkedHashMap<>();
        files.put(new JsonReport(), json);
        files.put(new JUnitReport(), junit);
        files.put(new MarkdownReport(), markdown);
        if (!files.containsValue(STANDARD_OUTPUT)) {
            out.print(new TextReport().write(report));
        }
        for (var file : files.entrySet()) {
            if (STANDARD_OUTPUT.equals(file.getValue())) {
                out.print(file.getKey().write(report));
            } else if (file.getValue() != null) {
                Files.writeString(file.getValue(), file.getKey().write(report), UTF_8);
            }
        }
        out.flush();
    }
}
