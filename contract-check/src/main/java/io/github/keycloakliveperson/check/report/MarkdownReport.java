package io.github.keycloakliveperson.check.report;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * For documents: a row for every clause and a column for every section, with the worst verdict in
 * the cell and, if that isn't a pass, the attempts behind it. Two runs of the same check on the
 * same provider produce the same table, so that it can be compared with a committed one.
 */
public final class MarkdownReport implements ReportFormat {
    @Override
    public String write(Report report) {
        var titles = report.sections().stream().map(Section::title).toList();
        var text = new StringBuilder();
        text.append("| clause | ").append(String.join(" | ", titles)).append(" |\n");
        text.append("|---".repeat(titles.size() + 1)).append("|\n");
        for (var clause : new TreeSet<>(report.findings().map(Finding::clause).toList())) {
            text.append("| **").append(clause).append("** ").append(clause.title());
            for (var section : report.sections()) {
                text.append(" | ").append(cell(section, clause));
            }
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String cell(Section section, Clause clause) {
        Map<Verdict, List<String>> byVerdict = new LinkedHashMap<>();
        for (var finding : section.findings()) {
            if (finding.clause() == clause) {
                byVerdict
                        .computeIfAbsent(finding.verdict(), ignored -> new ArrayList<>())
                        .add(finding.attempt());
            }
        }
        if (byVerdict.containsKey(Verdict.FAIL)) {
            return "**fail**: " + names(byVerdict.get(Verdict.FAIL));
        }
        if (byVerdict.containsKey(Verdict.WARN)) {
            return "warn: " + names(byVerdict.get(Verdict.WARN));
        }
        return byVerdict.containsKey(Verdict.PASS) ? "pass" : "–";
    }

    private static String names(List<String> attempts) {
        return attempts.stream()
                .map(name -> name.replace("|", "\\|"))
                .collect(Collectors.joining("; "));
    }
}
