package io.github.keycloakliveperson.check.report;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole result.
 *
 * @param issuer the provider that was checked
 * @param sections one per client and flow
 */
public record Report(String issuer, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    /** All findings of all sections. */
    public Stream<Finding> findings() {
        return sections.stream().flatMap(section -> section.findings().stream());
    }

    /** How many findings have this verdict. */
    public long count(Verdict verdict) {
        return findings().filter(finding -> finding.verdict() == verdict).count();
    }

    /**
     * The process's exit code: 0 when nothing failed, 1 when something did, 2 when nothing at all
     * could be tried.
     */
    public int exitCode() {
        if (count(Verdict.FAIL) > 0) {
            return 1;
        }
        return count(Verdict.PASS) > 0 ? 0 : 2;
    }
}
