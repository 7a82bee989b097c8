package io.github.keycloakliveperson.check.report;

import java.util.ArrayList;
import java.util.List;

/** Collects findings; what was seen of a provider passes the redaction first. */
public final class Findings {
    private final Redaction redaction;
    private final List<Finding> list = new ArrayList<>();

    public Findings(Redaction redaction) {
        this.redaction = redaction;
    }

    /** The attempt went as LivePerson expects. */
    public void pass(Clause clause, String attempt, String evidence) {
        add(clause, attempt, Verdict.PASS, evidence, "");
    }

    /** LivePerson would not accept this; {@code mend} says what to do. */
    public void fail(Clause clause, String attempt, String evidence, String mend) {
        add(clause, attempt, Verdict.FAIL, evidence, mend);
    }

    /** Worth a look; {@code mend} says what to do. */
    public void warn(Clause clause, String attempt, String evidence, String mend) {
        add(clause, attempt, Verdict.WARN, evidence, mend);
    }

    /** Nothing was tried; {@code why} says for what reason. */
    public void notChecked(Clause clause, String attempt, String why) {
        add(clause, attempt, Verdict.NOT_CHECKED, why, "");
    }

    /** Passes where {@code good}, fails otherwise; the mend is printed for a failure only. */
    public void judge(boolean good, Clause clause, String attempt, String evidence, String mend) {
        if (good) {
            pass(clause, attempt, evidence);
        } else {
            fail(clause, attempt, evidence, mend);
        }
    }

    /** The findings so far, under a heading. */
    public Section section(String title) {
        return new Section(title, list);
    }

    private void add(Clause clause, String attempt, Verdict verdict, String evidence, String mend) {
        list.add(new Finding(clause, attempt, verdict, redaction.apply(evidence), mend));
    }
}
