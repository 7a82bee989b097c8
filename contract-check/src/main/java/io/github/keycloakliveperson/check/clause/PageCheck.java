package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L31;
import static io.github.keycloakliveperson.contract.clause.Clause.L32;
import static io.github.keycloakliveperson.contract.clause.Clause.L33;

import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.check.target.PageTag;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The provider's part in the page's method (L31–L33). */
final class PageCheck implements Check {
    @Override
    public List<Clause> clauses() {
        return List.of(L31, L32, L33);
    }

    @Override
    public void run(Run run, Findings out) {
        var tag = run.target().pageTag();
        if (tag.isPresent()) {
            script(run, tag.get(), out);
            silentReturn(run, tag.get(), out);
        } else {
            out.notChecked(L31, "script", "no --script was given; the method is the page's own");
        }
        run.token(); // whoever asks silently has signed in before
        silent(run, out);
        signedOut(run, out);
        fresh(run, out);
    }

    private static void script(Run run, PageTag tag, Findings out) {
        var reply = reply(run, tag.script());
        boolean script =
                reply != null
                        && reply.status() == 200
                        && reply.header("Content-Type").orElse("").contains("javascript")
                        && reply.body().contains(run.target().connector().jsMethodName());
        out.judge(
                script,
                L31,
                "script",
                reply == null
                        ? "no answer"
                        : script
                                ? "a script that speaks of "
                                        + run.target().connector().jsMethodName()
                                : "HTTP " + reply.status() + ", or no script with this method",
                "Check the address in the page's script tag and the method's name.");
    }

    private static void silentReturn(Run run, PageTag tag, Findings out) {
        var address = run.target().redirectUris().page();
        if (!sameOrigin(address, tag.script())) {
            out.notChecked(
                    L32,
                    "the silent return may be framed by the brand alone",
                    "--redirect-uri is not a page of the provider");
            return;
        }
        var reply = reply(run, address);
        var policy =
                reply == null
                        ? ""
                        : String.join("; ", reply.headers().allValues("Content-Security-Policy"));
        boolean framed =
                policy.matches(".*frame-ancestors[^;]*\\Q" + tag.origin() + "\\E.*")
                        && !policy.matches(".*frame-ancestors[^;]*\\s\\*.*");
        out.judge(
                reply != null && reply.status() == 200 && framed,
                L32,
                "the silent return may be framed by the brand alone",
                reply == null
                        ? "no answer"
                        : "HTTP " + reply.status() + (framed ? ", " : ", not ") + "so framed",
                "Serve the page with frame-ancestors naming the brand's origin and no other.");
    }

    private static void silent(Run run, Findings out) {
        var redirectUri = run.target().redirectUris().page();
        var answer = run.ask(silentRequest(run), redirectUri, parameter(run));
        out.judge(
                answer.given(),
                L32,
                "silent sign-in, signed in",
                answer.describe(),
                "Answer prompt=none for a signed-in consumer without a page.");
    }

    private static void signedOut(Run run, Findings out) {
        var redirectUri = run.target().redirectUris().page();
        var answer = run.askSignedOut(silentRequest(run), redirectUri, parameter(run));
        boolean error = answer.landing().flatMap(landing -> landing.value("error")).isPresent();
        out.judge(
                error,
                L32,
                "silent sign-in, signed out",
                answer.describe(),
                "Answer prompt=none with the error login_required at the redirect URI.");
    }

    private static void fresh(Run run, Findings out) {
        if (!run.target().connector().hasTokenCall()) {
            out.notChecked(L33, "codes", "the implicit flow has none");
            return;
        }
        var redirectUri = run.target().redirectUris().page();
        var page = new PageSignIn(run);
        var pkce = run.pkce();
        var later = run.pkce();
        var first = page.code(redirectUri, pkce).value();
        var second = page.code(redirectUri, later).value();
        if (first.isEmpty() || second.isEmpty()) {
            out.notChecked(L33, "codes", "there were no two codes to compare");
            return;
        }
        boolean both =
                run.redeem(second.get(), redirectUri, later).ok()
                        && run.redeem(first.get(), redirectUri, pkce).ok();
        boolean different = !first.equals(second);
        out.judge(
                both && different,
                L33,
                "two calls at once",
                different
                        ? (both ? "two codes, both good" : "two codes, not both good")
                        : "one code",
                "Issue a code of its own for every request.");
    }

    private static AuthorizationRequest silentRequest(Run run) {
        var page = new PageSignIn(run);
        var redirectUri = run.target().redirectUris().page();
        return (run.target().connector().hasTokenCall()
                        ? page.codeRequest(redirectUri, run.pkce())
                        : page.tokenRequest(redirectUri))
                .with("prompt", "none");
    }

    private static boolean sameOrigin(String one, String other) {
        return URI.create(one).resolve("/").equals(URI.create(other).resolve("/"));
    }

    private static String parameter(Run run) {
        return run.target().connector().hasTokenCall() ? "code" : "id_token";
    }

    private static Reply reply(Run run, String address) {
        try {
            return run.http().get(address, Map.of());
        } catch (Http.Unreachable unreachable) {
            return null;
        }
    }
}
