package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.report.Clause;
import io.github.keycloakliveperson.check.report.Findings;
import java.util.List;

/** Tries one group of clauses. */
interface Check {
    /** The clauses it speaks of; each gets at least one finding. */
    List<Clause> clauses();

    void run(Run run, Findings out);
}
