package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L39;
import static io.github.keycloakliveperson.contract.clause.Clause.L40;

import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.delegation.AuthenticatedDelegation;
import io.github.keycloakliveperson.contract.delegation.UnauthenticatedDelegation;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import java.util.Optional;
import java.util.UUID;

/** What a bot gets, with the sign-in of an authenticated conversation (L39) and by a link (L40). */
final class DelegationCheck {
    private static final String ATTEMPT = "delegation";

    private DelegationCheck() {}

    static void run(Run run, Findings out) {
        boolean link = run.target().connector().delegates();
        out.notChecked(
                link ? L39 : L40,
                ATTEMPT,
                link ? "this connector is for L40" : "this connector is not for a bot's link");
        if (link) {
            byLink(run, out);
        } else if (!run.target().connector().hasTokenCall()) {
            out.notChecked(L39, ATTEMPT, "the implicit flow has no token call");
        } else if (run.target().apiScopes().isEmpty()) {
            out.notChecked(L39, ATTEMPT, "optional, and no --api-scope was given");
        } else {
            withSignIn(run, out);
        }
    }

    private static void withSignIn(Run run, Findings out) {
        var redirectUri = run.target().redirectUris().page();
        var pkce = run.pkce();
        var answer = new PageSignIn(run).code(redirectUri, pkce);
        if (!answer.given()) {
            out.notChecked(L39, ATTEMPT, "no code: " + answer.describe());
            return;
        }
        var first = run.redeem(answer.value().orElseThrow(), redirectUri, pkce);
        AuthenticatedDelegation.judge(first, run.target().apiScopes()).forEach(out::add);
        if (first.refreshToken().isEmpty()) {
            return;
        }
        var refreshToken = first.refreshToken().get();
        out.on(L39, "renewal with a wrong secret")
                .fix("Make the client confidential. At present, anybody can renew its tokens.")
                .judge(
                        !run.renew(refreshToken, "wrong" + run.secret().length()).ok(),
                        "tried with a wrong secret");
        var renewed = run.renew(refreshToken, run.secret());
        AuthenticatedDelegation.judgeRenewal(first, renewed, run.target().apiScopes())
                .forEach(out::add);
        renewed.idToken().map(run::read).ifPresent(token -> idToken(token, out));
    }

    private static void idToken(TokenReading token, Findings out) {
        boolean accepted = token.token().orElseThrow().accepted();
        out.on(L39, "id_token of the renewal")
                .fix("Make it like the first one: signed, and encrypted if that one was.")
                .judge(accepted, "accepted, like the first one", token.trouble());
    }

    private static void byLink(Run run, Findings out) {
        var redirectUri = run.target().redirectUris().page();
        UnauthenticatedDelegation.judgeForm(run.target().connector(), redirectUri)
                .forEach(out::add);
        var state = UUID.randomUUID().toString();
        var answer =
                run.ask(
                        AuthorizationRequest.delegation(
                                run.target().connector(),
                                redirectUri,
                                state,
                                run.target().pageScope()),
                        redirectUri,
                        "code");
        if (!answer.given()) {
            out.on(L40, "a bot's link")
                    .fix(
                            "Register LivePerson's redirect URI on the client, and assign the scopes to it.")
                    .fail(answer.describe());
            return;
        }
        out.add(
                UnauthenticatedDelegation.judgeState(
                        state, answer.landing().orElseThrow().value("state")));
        UnauthenticatedDelegation.judge(
                        run.redeem(answer.value().orElseThrow(), redirectUri, Optional.empty()),
                        run.target().apiScopes())
                .forEach(out::add);
    }
}
