package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L20;

import io.github.keycloakliveperson.contract.clause.Findings;

/** What the token endpoint answers, and how it refuses (L20). */
final class TokenAnswerCheck {
    private TokenAnswerCheck() {}

    static void run(Run run, Findings out) {
        if (!run.target().connector().hasTokenCall()) {
            out.notChecked(L20, "token answer", "the implicit flow has no token call");
            return;
        }
        var redirectUri = run.target().redirectUris().page();
        var pkce = run.pkce();
        var answer = new PageSignIn(run).code(redirectUri, pkce);
        if (!answer.given()) {
            out.notChecked(L20, "token answer", "no code: " + answer.describe());
            return;
        }
        var code = answer.value().orElseThrow();
        out.add(run.redeem(code, redirectUri, pkce).finding());
        out.add(run.redeem(code, redirectUri, pkce).refusalFinding("a code used twice"));
        out.add(
                run.redeem("00000000-no-such-code", redirectUri, pkce)
                        .refusalFinding("an invented code"));
    }
}
