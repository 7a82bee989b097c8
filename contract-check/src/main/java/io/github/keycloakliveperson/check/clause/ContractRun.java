package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.SignIn;
import io.github.keycloakliveperson.check.report.Redaction;
import io.github.keycloakliveperson.check.report.Section;
import io.github.keycloakliveperson.check.target.Target;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tries every clause on one target, as LivePerson would meet it. */
public final class ContractRun {
    private static final List<Check> CHECKS =
            List.of(
                    new TokenCheck(),
                    new KeyCheck(),
                    new TokenCallCheck(),
                    new PkceCheck(),
                    new TokenAnswerCheck(),
                    new RedirectUriCheck(),
                    new WindowCheck(),
                    new HostileAddressCheck(),
                    new StateCheck(),
                    new OpenidWindowCheck(),
                    new PageCheck(),
                    new IdentityCheck(),
                    new AppCheck(),
                    new DelegationCheck());

    /** What a connector for delegation alone is asked for, beside L40. */
    private static final Set<Clause> OF_DELEGATION =
            EnumSet.of(Clause.L17, Clause.L18, Clause.L20, Clause.L39, Clause.L40);

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

    /** The same with the checks that speak of one of these clauses. */
    public Section on(Target target, SignIn signIn, Set<Clause> clauses) {
        target.connector().clientSecret().map(ClientSecret::value).ifPresent(redaction::remember);
        var run = new Run(target, http, signIn, redaction);
        var findings = new Findings(redaction::apply);
        for (var check : CHECKS) {
            if (Collections.disjoint(check.clauses(), clauses)) {
                continue;
            }
            if (target.connector().delegates() && !OF_DELEGATION.containsAll(check.clauses())) {
                check.clauses()
                        .forEach(
                                c -> findings.notChecked(c, "delegation", "nobody signs in by it"));
                continue;
            }
            try {
                check.run(run, findings);
            } catch (Http.Unreachable unreachable) {
                check.clauses()
                        .forEach(
                                clause ->
                                        findings.on(
                                                        clause,
                                                        "an answer",
                                                        "Check that the provider's addresses are right.")
                                                .fail("an address " + unreachable.getMessage()));
            }
        }
        return inOrder(new Section(target.title(), findings.list()));
    }

    private static Section inOrder(Section section) {
        return new Section(
                section.title(),
                section.findings().stream()
                        .sorted(Comparator.comparing(finding -> finding.clause()))
                        .toList());
    }
}
