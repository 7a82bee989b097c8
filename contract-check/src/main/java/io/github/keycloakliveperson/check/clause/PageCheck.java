package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L31;
import static io.github.keycloakliveperson.contract.clause.Clause.L32;
import static io.github.keycloakliveperson.contract.clause.Clause.L33;

import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.check.provider.PageTag;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import java.net.URI;
import java.util.Map;

/** The provider's part in the page's method (L31–L33). */
final class PageCheck {
    private static final String FRAMED = "only the brand may frame the silent return";

    private PageCheck() {}

    static void run(Run run, Findings out) {
        var tag = run.target().pageTag();
        if (tag.isPresent()) {
            script(run, tag.get(), out);
            silentReturn(run, tag.get(), out);
        } else {
            out.notChecked(L31, "script", "no --script was given, so the page has its own method");
        }
        run.token(); // a silent request needs an earlier sign-in
        silent(run, out);
        signedOut(run, out);
        fresh(run, out);
    }

    private static void script(Run run, PageTag tag, Findings out) {
        var reply = reply(run, tag.script());
        var method = run.target().connector().jsMethodName();
        boolean script =
                reply.status() == 200
                        && reply.header("Content-Type").orElse("").contains("javascript")
                        && reply.body().contains(method);
        out.on(L31, "script", "Check the address in the page's script tag and the method's name.")
                .judge(
                        script,
                        "a script that contains " + method,
                        reply.describe() + ", or no script with this method");
    }

    private static void silentReturn(Run run, PageTag tag, Findings out) {
        var address = run.target().redirectUris().page();
        if (!sameOrigin(address, tag.script())) {
            out.notChecked(L32, FRAMED, "--redirect-uri is not a page of the provider");
            return;
        }
        var reply = reply(run, address);
        var policy = String.join("; ", reply.headers().allValues("Content-Security-Policy"));
        boolean framed =
                policy.matches(".*frame-ancestors[^;]*\\Q" + tag.origin() + "\\E.*")
                        && !policy.matches(".*frame-ancestors[^;]*\\s\\*.*");
        out.on(L32, FRAMED)
                .fix(
                        "Serve the page with a frame-ancestors directive that names only the brand's origin.")
                .judge(
                        reply.status() == 200 && framed,
                        reply.describe()
                                + (framed
                                        ? ", for the brand's origin only"
                                        : ", not for the brand's origin only"));
    }

    private static void silent(Run run, Findings out) {
        var redirectUri = run.target().redirectUris().page();
        var answer = run.ask(silentRequest(run), redirectUri, parameter(run));
        out.on(L32, "silent sign-in, signed in")
                .fix("For a signed-in consumer, answer prompt=none without showing a page.")
                .judge(answer.given(), answer.describe());
    }

    private static void signedOut(Run run, Findings out) {
        var redirectUri = run.target().redirectUris().page();
        var answer = run.askSignedOut(silentRequest(run), redirectUri, parameter(run));
        boolean error = answer.landing().flatMap(landing -> landing.value("error")).isPresent();
        out.on(L32, "silent sign-in, signed out")
                .fix("Answer prompt=none with the error login_required at the redirect URI.")
                .judge(error, answer.describe());
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
            out.notChecked(L33, "codes", "there weren't two codes to compare");
            return;
        }
        boolean both =
                run.redeem(second.get(), redirectUri, later).ok()
                        && run.redeem(first.get(), redirectUri, pkce).ok();
        boolean different = !first.equals(second);
        out.on(L33, "two calls at once", "Issue a new code for every request.")
                .judge(
                        both && different,
                        different
                                ? (both ? "two codes, both valid" : "two codes, not both valid")
                                : "one code");
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
            return Reply.none(address);
        }
    }
}
