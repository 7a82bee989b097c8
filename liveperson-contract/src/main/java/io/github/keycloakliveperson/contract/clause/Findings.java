package io.github.keycloakliveperson.contract.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Collects findings; evidence passes a guard first. */
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

    /** An attempt at a clause. */
    public Attempt on(Clause clause, String attempt) {
        return on(clause, attempt, "");
    }

    /** An attempt at a clause; {@code fix} says what to do if it fails. */
    public Attempt on(Clause clause, String attempt, String fix) {
        return new Attempt(clause, attempt, fix, Optional.empty());
    }

    /** The same where LivePerson refuses with an error of its own, which says what to do, too. */
    public Attempt on(Clause clause, String attempt, LivePersonError error) {
        return new Attempt(clause, attempt, error.fix(), Optional.of(error));
    }

    /** The attempt went as LivePerson expects. */
    public void pass(Clause clause, String attempt, String evidence) {
        add(new Finding(clause, attempt, Verdict.PASS, evidence, ""));
    }

    /** Nothing was tried; {@code why} says for what reason. */
    public void notChecked(Clause clause, String attempt, String why) {
        add(new Finding(clause, attempt, Verdict.NOT_CHECKED, why, ""));
    }

    /** The same for several clauses. */
    public void notChecked(List<Clause> clauses, String attempt, String why) {
        clauses.forEach(clause -> notChecked(clause, attempt, why));
    }

    /** A finding that somebody else made. */
    public void add(Finding found) {
        list.add(
                new Finding(
                        found.clause(),
                        found.attempt(),
                        found.verdict(),
                        guard.apply(found.evidence()),
                        found.fix(),
                        found.error()));
    }

    /** {@return the findings so far} */
    public List<Finding> list() {
        return List.copyOf(list);
    }

    /** An attempt at a clause, without its finding yet. */
    public final class Attempt {

        private final Clause clause;
        private final String name;
        private final String fix;
        private final Optional<LivePersonError> error;

        private Attempt(Clause clause, String name, String fix, Optional<LivePersonError> error) {
            this.clause = clause;
            this.name = name;
            this.fix = fix;
            this.error = error;
        }

        /** The same with what to do if it fails. */
        public Attempt fix(String advice) {
            return new Attempt(clause, name, advice, error);
        }

        /** It went as LivePerson expects. */
        public void pass(String evidence) {
            Findings.this.pass(clause, name, evidence);
        }

        /** It works but is not recommended, or nobody outside knows. */
        public void warn(String evidence) {
            add(new Finding(clause, name, Verdict.WARN, evidence, fix));
        }

        /** LivePerson would not accept this, or not recognize the consumer. */
        public void fail(String evidence) {
            add(new Finding(clause, name, Verdict.FAIL, evidence, fix, error));
        }

        /** Passes where {@code good}, else fails, with the same evidence. */
        public void judge(boolean good, String evidence) {
            judge(good, evidence, evidence);
        }

        /** Passes with the first evidence where {@code good}, else fails with the other. */
        public void judge(boolean good, String right, String wrong) {
            if (good) {
                pass(right);
            } else {
                fail(wrong);
            }
        }
    }
}
