package io.github.keycloakliveperson.contract.sde;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What reading {@code lp_sdes} gathers: the agent's fields, and what is not as L8 and L9 say. */
public final class SdeNotes {

    private final List<VerifiedField> fields = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    void ctmrinfo(String path, String value) {
        fields.add(new VerifiedField(Source.CTMRINFO, path, value));
    }

    void personal(String path, String value) {
        fields.add(new VerifiedField(Source.PERSONAL, path, value));
    }

    void breach(String message) {
        findings.add(Finding.breach("L9", message));
    }

    void wrong(String path, String expected) {
        breach(path + " is not " + expected + "; LivePerson drops it.");
    }

    void unknown(String path, String name, Set<String> known) {
        var meant = known.stream().filter(name::equalsIgnoreCase).findFirst();
        breach(
                path
                        + " is not a field LivePerson knows"
                        + meant.map(m -> "; did you mean " + m + "?").orElse("; leave it out."));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    public List<VerifiedField> fields() {
        return List.copyOf(fields);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
