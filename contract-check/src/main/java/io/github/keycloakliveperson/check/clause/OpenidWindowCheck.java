package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L21;
import static io.github.keycloakliveperson.contract.clause.Clause.L29;
import static io.github.keycloakliveperson.contract.clause.Clause.L30;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.window.Dialect;
import io.github.keycloakliveperson.contract.window.Landing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The external window in the older openID dialect (L29, L30, and L21 for its codes). */
final class OpenidWindowCheck {
    private static final String STALE = "&code=old.code&state=old&session_state=old&error=old";

    static final List<Clause> CLAUSES = List.of(L21, L29, L30);

    private OpenidWindowCheck() {}

    static void run(Run run, Findings out) {
        boolean reachable = run.signIn().canEndAt(run.target().redirectUris().window());
        if (!run.target().dialects().contains(Dialect.OPENID) || !reachable) {
            out.notChecked(
                    CLAUSES,
                    "openID window",
                    "not requested, or the check can't catch a browser at the window's address");
            return;
        }
        var signIn = new WindowSignIn(run);
        var visitor = UUID.randomUUID().toString();
        var pkce = run.pkce();
        var answer = signIn.openid(signIn.openidWindow(), visitor, pkce);
        out.on(L29, "openID request, response_type=" + signIn.openidParameter())
                .fix("Serve the window through an endpoint that supports this dialect.")
                .judge(answer.given(), answer.describe());
        if (!answer.given()) {
            out.notChecked(L30, "openID answer", answer.describe());
            return;
        }
        appended("openID answer", signIn.openidWindow(), answer, out);
        content(run, answer.value().orElseThrow(), visitor, pkce, out);
        stale(run, signIn, out);
    }

    private static void appended(String attempt, String window, Answer answer, Findings out) {
        var landing = answer.landing().orElseThrow();
        boolean behind =
                landing.beforeFragment().startsWith(window + "&")
                        && landing.query().count(answer.name()) == 1;
        if (!behind) {
            out.on(L30, attempt)
                    .fix(
                            "Append &"
                                    + answer.name()
                                    + "= to the redirect_uri and change nothing in it.")
                    .fail(
                            answer.name()
                                    + " in the "
                                    + landing.place(answer.name())
                                    + (landing.beforeFragment().startsWith(window)
                                            ? ""
                                            : ", the window's query changed"));
            return;
        }
        List<String> more = new ArrayList<>(landing.query().names());
        more.removeAll(Landing.at(window).query().names());
        more.remove(answer.name());
        if (more.isEmpty()) {
            out.pass(L30, attempt, "&" + answer.name() + " after the window's own query");
        } else {
            out.on(L30, attempt)
                    .fix(
                            "Nobody outside LivePerson knows whether it ignores the others here: turn them off.")
                    .warn(
                            "&"
                                    + answer.name()
                                    + " after the query, with "
                                    + String.join(", ", more));
        }
    }

    private static void content(
            Run run, String value, String visitor, Optional<Pkce> pkce, Findings out) {
        var told = run.target().redirectUris().token();
        if (run.target().connector().hasTokenCall()) {
            var tokens = run.redeem(value, told, pkce);
            out.on(L21, told + ", for an openID window's code")
                    .fix("LivePerson sends its default redirect URI here: issue the code for it.")
                    .judge(
                            tokens.ok() && tokens.idToken().isPresent(),
                            tokens.ok() && tokens.idToken().isEmpty()
                                    ? "HTTP 200 without an id_token"
                                    : tokens.describe());
            return;
        }
        var reading = run.read(value);
        boolean idToken =
                reading.readable()
                        && reading.claim("nonce").equals(visitor)
                        && !reading.claim("typ").equals("Bearer");
        out.on(
                        L29,
                        "response_type=token returns the id_token",
                        "Answer response_type=token with the id_token.")
                .judge(
                        idToken,
                        "an id_token with the visitor's nonce",
                        "no id_token: " + why(reading));
    }

    private static String why(TokenReading reading) {
        return reading.readable() ? "an access token, or no nonce" : reading.trouble();
    }

    private static void stale(Run run, WindowSignIn signIn, Findings out) {
        var used = signIn.openidWindow() + STALE;
        var answer = signIn.openid(used, UUID.randomUUID().toString(), run.pkce());
        if (!answer.given()) {
            out.on(L30, "window address with an earlier answer")
                    .fix("Remove the earlier answer from the window's address.")
                    .fail(answer.describe());
            return;
        }
        appended("window address with an earlier answer", signIn.openidWindow(), answer, out);
    }
}
