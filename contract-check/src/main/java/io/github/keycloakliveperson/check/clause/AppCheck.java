package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L35;
import static io.github.keycloakliveperson.contract.clause.Clause.L36;

import io.github.keycloakliveperson.contract.clause.Findings;

/** The mobile path: the app signs in with its own redirect URI (L35, L21); and L36. */
final class AppCheck {
    private AppCheck() {}

    static void run(Run run, Findings out) {
        var app = run.target().redirectUris().app();
        if (app.isEmpty() || !run.signIn().canEndAt(app.get())) {
            out.notChecked(
                    L35,
                    "app",
                    "no --app-redirect-uri was given, or the check can't catch a browser there");
        } else if (run.target().connector().hasTokenCall()) {
            code(run, app.get(), out);
        } else {
            token(run, app.get(), out);
        }
        out.notChecked(L36, "logout", "nothing to check: LivePerson never calls one");
    }

    private static void code(Run run, String app, Findings out) {
        var pkce = run.pkce();
        var answer = new PageSignIn(run).code(app, pkce);
        var seen =
                answer.value()
                        .map(code -> run.redeem(code, app, pkce).describe())
                        .orElseGet(answer::describe);
        out.on(L35, "app with a code", "Register the app's redirect URI on the client.")
                .judge(seen.equals("HTTP 200"), seen);
    }

    private static void token(Run run, String app, Findings out) {
        var answer = run.ask(new PageSignIn(run).tokenRequest(app), app, "id_token");
        out.on(L35, "app with a token", "Register the app's redirect URI on the client.")
                .judge(answer.given(), answer.describe());
    }
}
