package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.*;

import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.SignIn;
import io.github.keycloakliveperson.check.provider.Target;
import io.github.keycloakliveperson.check.report.Redaction;
import io.github.keycloakliveperson.check.report.Section;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tries every clause on one target, as LivePerson would. */
public final class ContractRun {
    private static final List<Check> CHECKS =
            List.of(
                    new Check(TokenCheck.CLAUSES, TokenCheck::run),
                    new Check(List.of(L11), KeyCheck::run),
                    new Check(TokenCallCheck.CLAUSES, TokenCallCheck::run),
                    new Check(List.of(L19), PkceCheck::run),
                    new Check(List.of(L20), TokenAnswerCheck::run),
                    new Check(List.of(L21), RedirectUriCheck::run),
                    new Check(WindowCheck.CLAUSES, WindowCheck::run),
                    new Check(List.of(L24), HostileAddressCheck::run),
                    new Check(StateCheck.CLAUSES, StateCheck::run),
                    new Check(OpenidWindowCheck.CLAUSES, OpenidWindowCheck::run),
                    new Check(List.of(L31, L32, L33), PageCheck::run),
                    new Check(List.of(L34), IdentityCheck::run),
                    new Check(List.of(L35, L36), AppCheck::run),
                    new Check(List.of(L39, L40), DelegationCheck::run));

    /** The clauses for a connector that is only for delegation, besides L40. */
    private static final Set<Clause> OF_DELEGATION = EnumSet.of(L17, L18, L20, L39, L40);

    private final Http http;
    private final Redaction redaction;

    public ContractRun(Http http, Redaction redaction) {
        this.http = http;
        this.redaction = redaction;
    }

    /**
     * Runs all checks in the order of the clauses; one that breaks off is a failure of its clauses
     * and doesn't stop the others.
     *
     * @throws io.github.keycloakliveperson.check.browser.SignInException when the consumer can't be
     *     signed in at all
     */
    public Section on(Target target, SignIn signIn) {
        return on(target, signIn, EnumSet.allOf(Clause.class));
    }

    /** The same with the checks for one of these clauses. */
    public Section on(Target target, SignIn signIn, Set<Clause> clauses) {
        target.connector().clientSecret().map(ClientSecret::value).ifPresent(redaction::remember);
        var run = new Run(target, http, signIn, redaction);
        var findings = new Findings(redaction::apply);
        for (var check : CHECKS) {
            if (Collections.disjoint(check.clauses(), clauses)) {
                continue;
            }
            if (target.connector().delegates() && !OF_DELEGATION.containsAll(check.clauses())) {
                findings.notChecked(
                        check.clauses(),
                        "delegation",
                        "consumers don't sign in with this connector");
                continue;
            }
            try {
                check.attempts().accept(run, findings);
            } catch (Http.Unreachable unreachable) {
                for (var clause : check.clauses()) {
                    findings.on(
                                    clause,
                                    "an answer",
                                    "Check that the provider's addresses are right.")
                            .fail("an address " + unreachable.getMessage());
                }
            }
        }
        var inOrder =
                findings.list().stream().sorted(Comparator.comparing(Finding::clause)).toList();
        return new Section(target.title(), inOrder);
    }
}
