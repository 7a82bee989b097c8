package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L21;
import static io.github.keycloakliveperson.contract.clause.Clause.L22;
import static io.github.keycloakliveperson.contract.clause.Clause.L23;
import static io.github.keycloakliveperson.contract.clause.Clause.L24;
import static io.github.keycloakliveperson.contract.clause.Clause.L26;
import static io.github.keycloakliveperson.contract.clause.Clause.L27;

import io.github.keycloakliveperson.check.browser.Outcome;
import io.github.keycloakliveperson.check.provider.RedirectUris;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import io.github.keycloakliveperson.contract.window.Dialect;
import io.github.keycloakliveperson.contract.window.Landing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The external window in the RFC dialect (L22–L24, L26, L27, and L21 for its codes). */
final class WindowCheck {
    private static final String STATE = "window-1";

    static final List<Clause> CLAUSES = List.of(L21, L22, L23, L24, L26, L27);

    private WindowCheck() {}

    static void run(Run run, Findings out) {
        var window = run.target().redirectUris().window();
        if (!run.target().dialects().contains(Dialect.RFC) || !run.signIn().canEndAt(window)) {
            out.notChecked(
                    CLAUSES,
                    "RFC window",
                    "not requested, or the check can't catch a browser at the window's address");
            return;
        }
        var signIn = new WindowSignIn(run);
        var pkce = run.pkce();
        var answer = signIn.rfc(STATE, pkce);
        out.on(L22, "a top-level navigation")
                .fix(
                        "Check the Authentication Endpoint, and register the window's address on the"
                                + " address.")
                .judge(answer.outcome() instanceof Outcome.Returned, answer.describe());
        out.on(L23, "RFC request with parentWindowOrigin")
                .fix("Answer this response_type, and ignore unknown parameters.")
                .judge(answer.given(), answer.describe());
        address(window, answer, out);
        place(answer, out);
        nonce(run, signIn, window, out);
        answer.value().ifPresent(value -> redeem(run, value, pkce, out));
    }

    private static void address(String window, Answer answer, Findings out) {
        var base = answer.landing().map(Landing::base).orElse("");
        out.on(L24, "the window's address")
                .fix("Register " + RedirectUris.WINDOW + " on the client, exactly.")
                .judge(base.equals(window), "as registered", answer.describe());
    }

    private static void place(Answer answer, Findings out) {
        if (!answer.given()) {
            out.notChecked(L27, "place of the answer", answer.describe());
            return;
        }
        var landing = answer.landing().orElseThrow();
        var place = landing.place(answer.name());
        boolean readable = place.equals("query") || place.equals("fragment");
        boolean together = landing.place("state").equals(place);
        out.on(L27, "place of the answer")
                .fix("Put both into the query or the fragment of the redirect_uri.")
                .judge(
                        readable && together,
                        "%s in the %s, state in the %s"
                                .formatted(answer.name(), place, landing.place("state")));
    }

    private static void nonce(Run run, WindowSignIn signIn, String window, Findings out) {
        if (run.target().connector().hasTokenCall()) {
            out.notChecked(L26, "nonce", "the code flow needs none");
            return;
        }
        AuthorizationRequest bare = signIn.rfcRequest(window, STATE, Optional.empty());
        var nonce = UUID.randomUUID().toString();
        var with = run.ask(bare.with("nonce", nonce), window, "id_token");
        var seen = with.value().map(token -> run.read(token).claim("nonce")).orElse("");
        out.on(L26, "id_token with nonce", "Put the request's nonce into the token.")
                .judge(
                        seen.equals(nonce),
                        !with.given()
                                ? with.describe()
                                : seen.equals(nonce) ? "the same nonce" : "another nonce, or none");
        var without = run.ask(bare, window, "id_token");
        out.on(L26, "id_token without nonce")
                .fix("Serve the window through an endpoint that adds a nonce.")
                .judge(without.given(), without.describe());
    }

    private static void redeem(Run run, String code, Optional<Pkce> pkce, Findings out) {
        if (!run.target().connector().hasTokenCall()) {
            return;
        }
        var tokens = run.redeem(code, run.target().redirectUris().window(), pkce);
        out.on(L21, "the window's address, for an RFC window's code")
                .fix("Accept the redirect_uri of the request that the code came from.")
                .judge(tokens.ok(), tokens.describe());
    }
}
