package io.github.keycloakliveperson.contract.clause;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What one attempt showed about one clause.
 *
 * @param clause the clause that was tried
 * @param attempt what was tried, in a few words; names the finding within its clause
 * @param verdict its verdict
 * @param evidence what was seen: shapes and counts, never a token, code or secret
 * @param fix what to do about it; empty where nothing needs doing
 * @param error LivePerson's error, where its documents name one
 */
public record Finding(
        Clause clause,
        String attempt,
        Verdict verdict,
        String evidence,
        String fix,
        Optional<LivePersonError> error) {

    public Finding {
        requireNonNull(clause, "clause");
        requireNonNull(verdict, "verdict");
        requireNonNull(evidence, "evidence");
        requireNonNull(fix, "fix");
        if (attempt.isBlank()) {
            throw new IllegalArgumentException("A finding needs the name of its attempt.");
        }
    }

    /** A finding for which LivePerson's documents name no error. */
    public Finding(Clause clause, String attempt, Verdict verdict, String evidence, String fix) {
        this(clause, attempt, verdict, evidence, fix, Optional.empty());
    }

    /** LivePerson would not accept this, or not recognize the consumer. */
    public static Finding fail(Clause clause, String attempt, String evidence, String fix) {
        return new Finding(clause, attempt, Verdict.FAIL, evidence, fix);
    }

    /** LivePerson refuses this with an error of its own, which says what to do, too. */
    public static Finding fail(
            Clause clause, String attempt, LivePersonError error, String evidence) {
        return new Finding(
                clause, attempt, Verdict.FAIL, evidence, error.fix(), Optional.of(error));
    }

    /** {@return whether LivePerson would not accept this} */
    public boolean fails() {
        return verdict == Verdict.FAIL;
    }

    /** {@return what was tried and seen, as a sentence} */
    public String message() {
        var text = attempt + ": " + evidence;
        return Character.toUpperCase(text.charAt(0))
                + text.substring(1)
                + (text.matches("(?s).*[.!?…”]") ? "" : ".");
    }

    /** {@return what to do, with LivePerson's error number where there is one} */
    public String advice() {
        return error.map(e -> fix.replaceFirst("\\.?$", " (error " + e.number() + ")."))
                .orElse(fix);
    }
}
