package io.github.keycloakliveperson.it.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.report.MarkdownReport;
import io.github.keycloakliveperson.check.report.Report;
import io.github.keycloakliveperson.check.report.Section;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table in the documents, between two comments. With {@code -Dcheck.table=write} it is written
 * there instead of compared.
 */
final class CommittedTable {
    private static final Set<Verdict> TRIED = Set.of(Verdict.PASS, Verdict.WARN, Verdict.FAIL);

    /** The column of the two clients for bots; the README has none. */
    static final String BOTS = "ours, bots";

    private static final String BEGIN = "<!-- contract check: begin -->\n";
    private static final String END = "<!-- contract check: end -->";

    /** The whole table for the page, and for the README the rows in which the columns differ. */
    void holds(Report report) throws IOException {
        holds("docs/contract-check.md", report);
        List<Section> rows =
                report.sections().stream()
                        .filter(section -> !section.title().equals(BOTS))
                        .map(
                                section ->
                                        new Section(
                                                section.title(),
                                                section.findings().stream()
                                                        .filter(f -> differs(report, f.clause()))
                                                        .toList()))
                        .toList();
        holds("README.md", new Report(report.issuer(), rows));
    }

    private static boolean differs(Report report, Clause clause) {
        return report.sections().stream()
                        .map(
                                section ->
                                        section.findings().stream()
                                                .filter(f -> f.clause() == clause)
                                                .map(Finding::verdict)
                                                .filter(TRIED::contains)
                                                .max(Comparator.naturalOrder()))
                        .flatMap(Optional::stream)
                        .distinct()
                        .count()
                > 1;
    }

    private static void holds(String name, Report report) throws IOException {
        String table = new MarkdownReport().write(report);
        Path file = ServerSetup.projectDirectory().resolve(name);
        String text = Files.readString(file);
        assertThat(text).as(name).contains(BEGIN, END);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));
        if ("write".equals(System.getProperty("check.table"))) {
            Files.writeString(file, before + table + after);
        } else {
            assertThat(text)
                    .as(name + ": bring it up to date with -Dcheck.table=write")
                    .isEqualTo(before + table + after);
        }
    }
}
