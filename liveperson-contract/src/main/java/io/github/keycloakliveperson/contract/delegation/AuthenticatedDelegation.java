package io.github.keycloakliveperson.contract.delegation;

import static io.github.keycloakliveperson.contract.clause.Clause.L39;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import java.util.List;
import java.util.Set;

/** L39: in an authenticated conversation, the sign-in also gets the bot's tokens. */
public final class AuthenticatedDelegation {

    private AuthenticatedDelegation() {}

    /**
     * @param answer the token endpoint's, to the code of the sign-in
     * @param scopes what the brand's API wants; may be empty
     * @return what L39 says of it
     */
    public static List<Finding> judge(TokenAnswer answer, Set<String> scopes) {
        var out = new Findings();
        DelegatedToken.judge(L39, answer, scopes, out);
        out.on(L39, "refresh token")
                .fix(
                        "Send a refresh token: LivePerson renews the access token during the conversation.")
                .judge(answer.refreshToken().isPresent(), "there", "none");
        return out.list();
    }

    /**
     * @param before the answer that brought the refresh token
     * @param renewed the answer to it
     * @param scopes as above
     * @return what L39 says of the renewal
     */
    public static List<Finding> judgeRenewal(
            TokenAnswer before, TokenAnswer renewed, Set<String> scopes) {
        var out = new Findings();
        var token = new Findings();
        DelegatedToken.judge(L39, renewed, scopes, token);
        var wrong = token.list().stream().filter(Finding::fails).findFirst();
        var other = !renewed.accessToken().equals(before.accessToken());
        out.on(L39, "renewal")
                .fix(
                        "Answer grant_type=refresh_token with a new access token, for the same credentials.")
                .judge(
                        wrong.isEmpty() && other,
                        wrong.map(Finding::message)
                                .orElse(
                                        other
                                                ? "a new access token"
                                                : "the same access token again"));
        return out.list();
    }
}
