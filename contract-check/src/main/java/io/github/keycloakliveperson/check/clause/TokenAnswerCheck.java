package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.check.report.Clause.L20;

import io.github.keycloakliveperson.check.report.Clause;
import io.github.keycloakliveperson.check.report.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the token endpoint answers, and how it refuses (L20). */
final class TokenAnswerCheck implements Check {
    private static final Set<String> ERROR_WORDS =
            Set.of(
                    // RFC 6749 §5.2
                    "invalid_request",
                    "invalid_client",
                    "invalid_grant",
                    "unauthorized_client",
                    "unsupported_grant_type",
                    "invalid_scope",
                    // LivePerson's own
                    "invalid_code",
                    "json_parse_error");

    @Override
    public List<Clause> clauses() {
        return List.of(L20);
    }

    @Override
    public void run(Run run, Findings out) {
        if (!run.target().flow().hasTokenCall()) {
            out.notChecked(L20, "token answer", "the implicit flow has no token call");
            return;
        }
        String redirectUri = run.target().redirectUris().page();
        Optional<Pkce> pkce = run.pkce();
        Answer answer = new PageSignIn(run).code(redirectUri, pkce);
        if (!answer.given()) {
            out.notChecked(L20, "token answer", "no code: " + answer.describe());
            return;
        }
        String code = answer.value().orElseThrow();
        shape(run.tokenEndpoint().redeem(code, redirectUri, pkce), out);
        refusal("a code used twice", run.tokenEndpoint().redeem(code, redirectUri, pkce), out);
        refusal(
                "a code that never was",
                run.tokenEndpoint().redeem("00000000-no-such-code", redirectUri, pkce),
                out);
    }

    private static void shape(TokenAnswer answer, Findings out) {
        List<String> wrong = new ArrayList<>();
        if (!answer.ok()) {
            wrong.add(answer.describe());
        }
        String type = answer.reply().header("Content-Type").orElse("none");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            wrong.add("Content-Type " + type);
        }
        if (!answer.reply().noStore()) {
            wrong.add("no Cache-Control: no-store");
        }
        if (!answer.body().path("access_token").isTextual()) {
            wrong.add("no access_token");
        }
        if (!"bearer".equalsIgnoreCase(answer.body().path("token_type").asText())) {
            wrong.add("token_type is not Bearer");
        }
        if (answer.idToken().isEmpty()) {
            wrong.add("no id_token");
        }
        out.judge(
                wrong.isEmpty(),
                L20,
                "token answer",
                wrong.isEmpty()
                        ? "200, JSON, no-store, Bearer, access_token and id_token"
                        : String.join("; ", wrong),
                "Ask for the scope openid and answer as RFC 6749 §5.1 says.");
    }

    private static void refusal(String attempt, TokenAnswer answer, Findings out) {
        boolean word = answer.error().map(ERROR_WORDS::contains).orElse(false);
        out.judge(
                answer.reply().status() == 400 && word,
                L20,
                attempt,
                answer.describe(),
                answer.ok()
                        ? "Redeem every code once only."
                        : "Refuse with HTTP 400 and an error word of RFC 6749 §5.2.");
    }
}
