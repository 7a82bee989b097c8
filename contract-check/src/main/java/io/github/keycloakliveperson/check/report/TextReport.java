package io.github.keycloakliveperson.check.report;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;

/** For people: one line per finding, with the fix below if something is wrong. */
public final class TextReport implements ReportFormat {
    private static final String INDENT = " ".repeat(19);

    @Override
    public String write(Report report) {
        var text = new StringBuilder();
        text.append("LivePerson contract check of ").append(report.issuer()).append('\n');
        for (var section : report.sections()) {
            text.append('\n').append(section.title()).append('\n');
            section.findings().forEach(finding -> line(text, finding));
        }
        return text.append('\n').append(summary(report)).append('\n').toString();
    }

    private static void line(StringBuilder text, Finding finding) {
        text.append(
                String.format(
                        "  %-3s %-12s %s: %s%n",
                        finding.clause(),
                        finding.verdict().word(),
                        finding.attempt(),
                        finding.evidence()));
        if (!finding.advice().isEmpty()) {
            text.append(INDENT).append("→ ").append(finding.advice()).append('\n');
        }
    }

    private static String summary(Report report) {
        return String.format(
                "%d passed, %d failed, %d with a warning, %d not checked",
                report.count(Verdict.PASS),
                report.count(Verdict.FAIL),
                report.count(Verdict.WARN),
                report.count(Verdict.NOT_CHECKED));
    }
}
