package io.github.keycloakliveperson.contract.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects findings; what was seen of a provider passes a guard first. */
public final class Findings {

    private final UnaryOperator<String> guard;
    private final List<Finding> list = new ArrayList<>();

    /** Findings whose evidence is kept as it is. */
    public Findings() {
        this(UnaryOperator.identity());
    }

    /**
     * @param guard takes out of evidence what must not be printed
     */
    public Findings(UnaryOperator<String> guard) {
        this.guard = guard;
    }

    /** The attempt went as LivePerson expects. */
    public void pass(Clause clause, String attempt, String evidence) {
        add(clause, attempt, Verdict.PASS, evidence, "");
    }

    /** LivePerson would not accept this; {@code mend} says what to do. */
    public void fail(Clause clause, String attempt, String evidence, String mend) {
        add(Finding.fail(clause, attempt, evidence, mend));
    }

    /** LivePerson refuses this with an error of its own, which says what to do, too. */
    public void fail(Clause clause, String attempt, LivePersonError error, String evidence) {
        add(Finding.fail(clause, attempt, error, evidence));
    }

    /** It works, yet against advice, or nobody outside knows; {@code mend} says what to do. */
    public void warn(Clause clause, String attempt, String evidence, String mend) {
        add(clause, attempt, Verdict.WARN, evidence, mend);
    }

    /** Nothing was tried; {@code why} says for what reason. */
    public void notChecked(Clause clause, String attempt, String why) {
        add(clause, attempt, Verdict.NOT_CHECKED, why, "");
    }

    /** Passes where {@code good}, fails otherwise; the mend is kept for a failure only. */
    public void judge(boolean good, Clause clause, String attempt, String evidence, String mend) {
        if (good) {
            pass(clause, attempt, evidence);
        } else {
            fail(clause, attempt, evidence, mend);
        }
    }

    /** Passes where {@code good}, else is what LivePerson refuses with this error. */
    public void judge(
            boolean good, Clause clause, String attempt, LivePersonError error, String evidence) {
        if (good) {
            pass(clause, attempt, evidence);
        } else {
            fail(clause, attempt, error, evidence);
        }
    }

    /** A finding that somebody else made. */
    public void add(Finding found) {
        list.add(
                new Finding(
                        found.clause(),
                        found.attempt(),
                        found.verdict(),
                        guard.apply(found.evidence()),
                        found.mend(),
                        found.error()));
    }

    /** {@return the findings so far} */
    public List<Finding> list() {
        return List.copyOf(list);
    }

    private void add(Clause clause, String attempt, Verdict verdict, String evidence, String mend) {
        add(new Finding(clause, attempt, verdict, evidence, mend));
    }
}
