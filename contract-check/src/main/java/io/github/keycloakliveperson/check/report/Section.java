package io.github.keycloakliveperson.check.report;

import io.github.keycloakliveperson.contract.clause.Finding;
import java.util.List;

/**
 * The findings for one client in one flow.
 *
 * @param title client and flow, as a heading
 * @param findings in the order of the attempts
 */
public record Section(String title, List<Finding> findings) {
    public Section {
        findings = List.copyOf(findings);
    }
}
