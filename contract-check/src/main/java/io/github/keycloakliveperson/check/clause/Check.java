package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import java.util.List;

/** Tries one group of clauses. */
interface Check {
    /** The clauses it speaks of; each gets at least one finding. */
    List<Clause> clauses();

    void run(Run run, Findings out);
}
