package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Tries one group of clauses.
 *
 * @param clauses its clauses; each gets at least one finding
 * @param attempts what it does
 */
record Check(List<Clause> clauses, BiConsumer<Run, Findings> attempts) {}
