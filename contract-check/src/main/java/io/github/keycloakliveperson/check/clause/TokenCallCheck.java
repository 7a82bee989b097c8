package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L17;
import static io.github.keycloakliveperson.contract.clause.Clause.L18;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.token.ClientAuthentication;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import java.util.List;

/** LivePerson's call of the token endpoint, and how it authenticates (L17, L18). */
final class TokenCallCheck {
    private static final String MEND_SECRET =
            "Give the client a secret of letters and digits only: LivePerson sends it unencoded,"
                    + " and this endpoint form-decodes it.";

    static final List<Clause> CLAUSES = List.of(L17, L18);

    private TokenCallCheck() {}

    static void run(Run run, Findings out) {
        if (!run.target().connector().hasTokenCall()) {
            out.notChecked(CLAUSES, "token call", "the implicit flow has none");
            return;
        }
        var basic = call(run, out, ClientAuthentication.RAW_BASIC);
        if (basic == null) {
            return;
        }
        if (basic.ok()) {
            out.pass(L17, "token call", "HTTP 200");
            out.pass(L18, "raw Basic", "HTTP 200");
        } else {
            explain(run, out, basic);
        }
        wrongSecret(run, out);
        inTheBody(run, out);
    }

    private static void explain(Run run, Findings out, TokenAnswer basic) {
        var encoded = call(run, out, ClientAuthentication.ENCODED_BASIC);
        if (encoded != null && encoded.ok()) {
            out.pass(L17, "token call", "HTTP 200, but only with form-encoded credentials");
            out.on(L18, "raw Basic", MEND_SECRET)
                    .fail(basic.describe() + "; form-encoded: HTTP 200");
            return;
        }
        out.on(L17, "token call")
                .fix(
                        "Check client id and secret, and that the token endpoint accepts"
                                + " client_secret_basic from this client.")
                .fail(basic.describe());
        out.on(L18, "raw Basic", "Let the client authenticate with Basic.").fail(basic.describe());
    }

    private static void wrongSecret(Run run, Findings out) {
        var pkce = run.pkce();
        var redirectUri = run.target().redirectUris().page();
        var answer = new PageSignIn(run).code(redirectUri, pkce);
        if (!answer.given()) {
            out.on(L18, "wrong secret", "Make a second sign-in work too.").fail(answer.describe());
            return;
        }
        var refused =
                run.redeem(
                        answer.value().orElseThrow(),
                        redirectUri,
                        pkce.map(Pkce::verifier),
                        ClientAuthentication.RAW_BASIC,
                        "wrong" + run.secret().length());
        out.on(
                        L18,
                        "wrong secret",
                        "Make the client confidential. At present, anybody can redeem its codes.")
                .judge(!refused.ok(), refused.describe());
    }

    private static void inTheBody(Run run, Findings out) {
        var body = call(run, out, ClientAuthentication.BODY);
        if (body == null) {
            return;
        }
        if (body.ok()) {
            out.pass(L18, "credentials in the body", "HTTP 200");
        } else {
            out.on(L18, "credentials in the body")
                    .fix(
                            "Only older LivePerson documents show this. Allow client_secret_post if"
                                    + " your account is old.")
                    .warn(body.describe());
        }
    }

    private static TokenAnswer call(Run run, Findings out, ClientAuthentication how) {
        var pkce = run.pkce();
        var redirectUri = run.target().redirectUris().page();
        var answer = new PageSignIn(run).code(redirectUri, pkce);
        if (!answer.given()) {
            out.on(L17, "a code for the page")
                    .fix(
                            "Register the page's redirect URI on the client and let it use the"
                                    + " authorization code flow.")
                    .fail(answer.describe());
            out.notChecked(L18, "raw Basic", "there was no code to redeem");
            return null;
        }
        return run.redeem(
                answer.value().orElseThrow(),
                redirectUri,
                pkce.map(Pkce::verifier),
                how,
                run.secret());
    }
}
