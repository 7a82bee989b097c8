package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L19;

import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.token.ClientAuthentication;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import java.util.Optional;

/** LivePerson's challenge and verifier (L19). */
final class PkceCheck {
    private static final String FIX =
            "Check the verifier of every code that was requested with a challenge"
                    + " (RFC 7636 §4.6).";

    private PkceCheck() {}

    static void run(Run run, Findings out) {
        if (!run.target().connector().pkce()) {
            out.notChecked(L19, "PKCE", "this flow doesn't use it");
            return;
        }
        var pkce = Pkce.create();
        var right = redeem(run, pkce, Optional.of(pkce.verifier()), out);
        if (right == null) {
            return;
        }
        out.on(L19, "right verifier", "Turn on PKCE for the client, with the method S256.")
                .judge(right.ok(), right.describe());
        refused(
                "wrong verifier",
                redeem(run, pkce, Optional.of(Pkce.create().verifier()), out),
                out);
        refused("no verifier", redeem(run, pkce, Optional.empty(), out), out);
        plain(run, out);
    }

    private static void refused(String attempt, TokenAnswer answer, Findings out) {
        if (answer != null) {
            out.on(L19, attempt, FIX).judge(!answer.ok(), answer.describe());
        }
    }

    private static void plain(Run run, Findings out) {
        var redirectUri = run.target().redirectUris().page();
        AuthorizationRequest request =
                new PageSignIn(run)
                        .codeRequest(redirectUri, Optional.empty())
                        .with("code_challenge", Pkce.create().verifier())
                        .with("code_challenge_method", "plain");
        var answer = run.ask(request, redirectUri, "code");
        if (answer.given()) {
            out.on(L19, "method plain", "LivePerson never uses plain. Allow only S256.")
                    .warn("a code was issued");
        } else {
            out.pass(L19, "method plain", "refused: " + answer.describe());
        }
    }

    private static TokenAnswer redeem(Run run, Pkce pkce, Optional<String> verifier, Findings out) {
        var redirectUri = run.target().redirectUris().page();
        var answer = new PageSignIn(run).code(redirectUri, Optional.of(pkce));
        if (!answer.given()) {
            out.on(L19, "a code with a challenge")
                    .fix(
                            "Let the authorization endpoint accept code_challenge with the method S256.")
                    .fail(answer.describe());
            return null;
        }
        return run.redeem(
                answer.value().orElseThrow(),
                redirectUri,
                verifier,
                ClientAuthentication.RAW_BASIC,
                run.secret());
    }
}
