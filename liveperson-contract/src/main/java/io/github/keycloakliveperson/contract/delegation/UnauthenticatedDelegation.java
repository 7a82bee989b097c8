package io.github.keycloakliveperson.contract.delegation;

import static io.github.keycloakliveperson.contract.clause.Clause.L40;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** L40: in an unauthenticated conversation the bot sends a link, with a separate connector. */
public final class UnauthenticatedDelegation {

    private static final Pattern REDIRECT_URI =
            Pattern.compile(
                    "(https://[^/?#]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?)"
                            + "/callback/[^/?#]+/redirectCode");

    private UnauthenticatedDelegation() {}

    /**
     * @param connector the form
     * @param redirectUri what the brand registered
     * @return what L40 says of both
     */
    public static List<Finding> judgeForm(Connector connector, String redirectUri) {
        var out = new Findings();
        var right =
                connector.delegates()
                        && connector.hasTokenCall()
                        && !connector.pkce()
                        && connector.clientSecret().isPresent();
        out.on(L40, "connector")
                .fix(
                        "Choose the code flow without PKCE, fill in token endpoint, client id and"
                                + " secret, and write CONSUMER_DELEGATION as JWT Public Key.")
                .judge(
                        right,
                        "code flow, token endpoint, client id and secret, CONSUMER_DELEGATION",
                        "not a connector for delegation");
        var known = REDIRECT_URI.matcher(redirectUri).matches();
        out.on(L40, "redirect URI")
                .fix("Register https://{LivePerson's idp domain}/callback/{account}/redirectCode.")
                .judge(known, "LivePerson's", redirectUri);
        return out.list();
    }

    /**
     * @param sent LivePerson's state
     * @param returned what came to the redirect URI as state
     * @return what L40 says of it
     */
    public static Finding judgeState(String sent, Optional<String> returned) {
        var out = new Findings();
        var same = returned.filter(sent::equals).isPresent();
        out.on(L40, "state", "Return state unchanged: LivePerson finds the conversation by it.")
                .judge(same, "unchanged", returned.isPresent() ? "changed" : "missing");
        return out.list().get(0);
    }

    /**
     * @param answer the token endpoint's, to the link's code; a refresh token in it is ignored
     * @param scopes what the link asked for
     * @return what L40 says of it
     */
    public static List<Finding> judge(TokenAnswer answer, Set<String> scopes) {
        var out = new Findings();
        DelegatedToken.judge(L40, answer, scopes, out);
        return out.list();
    }
}
