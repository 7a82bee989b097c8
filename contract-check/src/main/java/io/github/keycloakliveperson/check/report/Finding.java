package io.github.keycloakliveperson.check.report;

import static java.util.Objects.requireNonNull;

/**
 * One line of the check's result.
 *
 * @param clause the clause that was tried
 * @param attempt what was tried, in a few words; names the line within its clause
 * @param verdict what came of it
 * @param evidence what was seen: shapes and counts, never a token, code or secret
 * @param mend what to do about it; empty where nothing needs doing
 */
public record Finding(
        Clause clause, String attempt, Verdict verdict, String evidence, String mend) {
    public Finding {
        requireNonNull(clause, "clause");
        requireNonNull(verdict, "verdict");
        requireNonNull(evidence, "evidence");
        requireNonNull(mend, "mend");
        if (attempt.isBlank()) {
            throw new IllegalArgumentException("A finding needs the name of its attempt.");
        }
    }
}
