package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L25;
import static io.github.keycloakliveperson.contract.clause.Clause.L28;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.window.Dialect;
import io.github.keycloakliveperson.contract.window.StateComparison;
import java.util.List;

/** The state comes back as the same characters (L25, L28). */
final class StateCheck {
    private static final String FIX =
            "Serve the window through an endpoint that returns state unchanged.";

    static final List<Clause> CLAUSES = List.of(L25, L28);

    private StateCheck() {}

    static void run(Run run, Findings out) {
        boolean reachable = run.signIn().canEndAt(run.target().redirectUris().window());
        if (!run.target().dialects().contains(Dialect.RFC) || !reachable) {
            out.notChecked(
                    CLAUSES,
                    "state",
                    "no RFC window requested, or the check can't catch a browser at its address");
            return;
        }
        StateShape.all().forEach(shape -> one(run, shape, out));
    }

    private static void one(Run run, StateShape shape, Findings out) {
        var answer = new WindowSignIn(run).rfc(shape.raw(), run.pkce());
        var back = answer.landing().flatMap(landing -> landing.parameter("state"));
        var comparison = new StateComparison(shape.raw(), back);
        out.on(shape.clause(), shape.name(), FIX)
                .judge(
                        answer.given() && comparison.identical(),
                        answer.given() ? comparison.verdict() : answer.describe());
    }
}
