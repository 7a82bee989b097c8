package io.github.keycloakliveperson.check.report;

import com.fasterxml.jackson.databind.ObjectMapper;

/** For programs: {@code {"issuer", "exitCode", "sections": [{"title", "findings": [{…}]}]}}. */
public final class JsonReport implements ReportFormat {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String write(Report report) {
        var root = JSON.createObjectNode();
        root.put("issuer", report.issuer()).put("exitCode", report.exitCode());
        var sections = root.putArray("sections");
        for (var section : report.sections()) {
            var findings = sections.addObject().put("title", section.title()).putArray("findings");
            for (var finding : section.findings()) {
                findings.addObject()
                        .put("clause", finding.clause().name())
                        .put("title", finding.clause().title())
                        .put("attempt", finding.attempt())
                        .put("verdict", finding.verdict().word())
                        .put("evidence", finding.evidence())
                        .put("fix", finding.advice());
            }
        }
        return root.toPrettyString() + "\n";
    }
}
