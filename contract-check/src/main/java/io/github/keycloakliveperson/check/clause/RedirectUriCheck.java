package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L21;

import io.github.keycloakliveperson.check.provider.RedirectUris;
import io.github.keycloakliveperson.contract.clause.Findings;

/** The redirect_uri of the token call, for codes that the brand's page got (L21). */
final class RedirectUriCheck {
    private static final String SLASH = RedirectUris.DEFAULT + "/";

    private RedirectUriCheck() {}

    static void run(Run run, Findings out) {
        if (!run.target().connector().hasTokenCall()) {
            out.notChecked(L21, "redirect_uri", "the implicit flow has no token call");
            return;
        }
        var page = run.target().redirectUris().page();
        if (!page.equals(RedirectUris.DEFAULT)) {
            same(run, out, "the page's own", page);
        }
        same(run, out, "the default " + RedirectUris.DEFAULT, RedirectUris.DEFAULT);
        slash(run, out);
        other(run, out, page);
    }

    private static void same(Run run, Findings out, String attempt, String redirectUri) {
        if (!run.signIn().canEndAt(redirectUri)) {
            out.notChecked(L21, attempt, "the check can't catch a person's browser there");
            return;
        }
        var seen = seen(run, redirectUri, redirectUri);
        out.on(L21, attempt, "Register " + redirectUri + " on the client.")
                .judge(seen.equals("HTTP 200"), seen);
    }

    private static void slash(Run run, Findings out) {
        if (!run.signIn().canEndAt(SLASH)) {
            out.notChecked(
                    L21,
                    "the default with a slash",
                    "the check can't catch a person's browser there");
            return;
        }
        var seen = seen(run, SLASH, SLASH);
        if (seen.equals("HTTP 200")) {
            out.pass(L21, "the default with a slash", seen);
        } else {
            out.on(L21, "the default with a slash")
                    .fix("LivePerson was once seen to send it: register " + SLASH + " too.")
                    .warn(seen);
        }
    }

    private static void other(Run run, Findings out, String page) {
        var seen = seen(run, page, "https://elsewhere.example/");
        out.on(L21, "a redirect_uri other than the code's")
                .fix("Bind each code to its redirect_uri (RFC 6749 §4.1.3).")
                .judge(seen.startsWith("HTTP 4"), seen);
    }

    private static String seen(Run run, String asked, String told) {
        var pkce = run.pkce();
        var answer = new PageSignIn(run).code(asked, pkce);
        return answer.value()
                .map(code -> run.redeem(code, told, pkce).describe())
                .orElseGet(() -> "no code: " + answer.describe());
    }
}
