package io.github.keycloakliveperson.contract.delegation;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.token.CompactJson;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What both clauses require of an access token: that it is real, its lifespan and its scopes. */
final class DelegatedToken {

    /** What a token answer says where the access token is of no use (L20). */
    private static final String NONE = "NotApplicable";

    private DelegatedToken() {}

    static void judge(Clause clause, TokenAnswer answer, Set<String> scopes, Findings out) {
        if (!answer.ok()) {
            out.on(clause, "access token")
                    .fix(
                            "Compare client id, secret and redirect URI in the connector and at the provider.")
                    .fail(answer.describe());
            return;
        }
        real(clause, answer, out);
        var lifespan = answer.body().path("expires_in");
        var known = lifespan.isIntegralNumber() && lifespan.asLong() > 0;
        out.on(clause, "expires_in", "Set expires_in to the access token's lifespan in seconds.")
                .judge(known, lifespan + " s", "missing, or not a number of seconds above 0");
        scope(clause, answer, scopes, out);
    }

    private static void real(Clause clause, TokenAnswer answer, Findings out) {
        var token = answer.accessToken().orElse("");
        var real =
                !token.isBlank()
                        && !token.equals(NONE)
                        && !answer.idToken().equals(Optional.of(token));
        out.on(clause, "access token")
                .fix("Send a real access token with the id_token, not a placeholder.")
                .judge(real, "present", "not one that an API could accept");
        if (real && holdsBrandData(token)) {
            out.on(
                            clause,
                            "brand data",
                            "Put lp_sdes only into the id_token: an API doesn't need it.")
                    .warn("lp_sdes in the access token");
        }
    }

    private static boolean holdsBrandData(String token) {
        try {
            return token.split("\\.", -1).length == 3
                    && CompactJson.part(token, 1, "payload").has("lp_sdes");
        } catch (RefusedException opaque) {
            return false; // an access token may have any form (RFC 6749 §1.4)
        }
    }

    private static void scope(Clause clause, TokenAnswer answer, Set<String> asked, Findings out) {
        var text = answer.body().path("scope").asText("");
        var missing = new TreeSet<>(asked);
        Arrays.asList(text.split(" ")).forEach(missing::remove);
        out.on(clause, "scope")
                .fix(
                        "Assign the scopes of the brand's API to the client, and return them in scope.")
                .judge(
                        !text.isBlank() && missing.isEmpty(),
                        text.isBlank()
                                ? "missing"
                                : missing.isEmpty() ? text : text + ", without " + missing);
    }
}
