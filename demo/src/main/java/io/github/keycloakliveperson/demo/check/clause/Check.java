package io.github.keycloakliveperson.demo.check.clause;

import io.github.keycloakliveperson.demo.check.report.Clause;
import io.github.keycloakliveperson.demo.check.report.Findings;
import java.util.List;

/** Tries one group of clauses. */
interface Check {
    /** The clauses it speaks of; each gets at least one finding. */
    List<Clause> clauses();

    void run(Run run, Findings out);
}
