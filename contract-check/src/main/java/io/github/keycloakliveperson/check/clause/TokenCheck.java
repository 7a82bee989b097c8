package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.*;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.token.Verification;
import java.util.EnumSet;
import java.util.List;

/** What LivePerson makes of the id_token (L1–L10, L12–L16), and of a second one (L3, L10). */
final class TokenCheck {

    private static final EnumSet<Clause> OF_ENCRYPTION = EnumSet.of(L13, L14, L15, L16);

    static final List<Clause> CLAUSES =
            EnumSet.range(L1, L16).stream().filter(c -> c != L11).toList();

    private TokenCheck() {}

    static void run(Run run, Findings out) {
        var reading = run.token();
        var silent = EnumSet.copyOf(CLAUSES);
        if (reading.token().isEmpty()) {
            silent.remove(L1);
            out.on(L1, "id_token", "LivePerson needs a signed id_token.").fail(reading.problem());
        }
        for (var finding : reading.findings()) {
            silent.remove(finding.clause());
            out.add(finding);
        }
        reading.token().ifPresent(token -> again(run, token, out));
        boolean optional = run.target().livePersonKey().isEmpty();
        for (var clause : silent) {
            out.notChecked(
                    clause,
                    "id_token",
                    optional && OF_ENCRYPTION.contains(clause)
                            ? "encryption is optional, and no --liveperson-key was given"
                            : reading.token().isEmpty()
                                    ? reading.problem()
                                    : "there was nothing to check it with");
        }
    }

    private static void again(Run run, Verification first, Findings out) {
        var second = run.anotherToken();
        if (second.token().isEmpty()) {
            out.notChecked(L3, "sub is stable", "no second token: " + second.problem());
            return;
        }
        var before = first.claims();
        var after = second.token().get().claims();
        boolean stable = before.path("sub").equals(after.path("sub"));
        out.on(L3, "sub is stable", "Give a consumer the same sub in every token.")
                .judge(stable, "the same in two tokens", "different in two tokens");
        if (before.path("lp_sdes").isMissingNode()) {
            return;
        }
        boolean whole = before.path("lp_sdes").equals(after.path("lp_sdes"));
        out.on(L10, "complete reports")
                .fix("Send all data in every token: LivePerson replaces what it had.")
                .judge(whole, "the same in two tokens", "different in two tokens of one session");
    }
}
