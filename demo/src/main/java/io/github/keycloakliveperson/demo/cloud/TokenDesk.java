package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.delegation.AuthenticatedDelegation;
import io.github.keycloakliveperson.contract.token.TokenCall;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * LivePerson's server side of a sign-in: from a code or token to a verified consumer or a refusal.
 */
final class TokenDesk {

    private static final Duration TOKEN_CALL_LIMIT = Duration.ofSeconds(20);

    private final Account account;
    private final HttpClient http;

    TokenDesk(Account account, HttpClient http) {
        this.account = account;
        this.http = http;
    }

    /**
     * @param entry the connector
     * @param channel the consumer's way in
     * @param credential a code or an id_token, as the connector's type says
     * @param redirectUri what the page, window or app gave
     * @param verifier the PKCE verifier of this sign-in
     */
    SignInResult accept(
            Account.Entry entry,
            Channel channel,
            String credential,
            Optional<String> redirectUri,
            Optional<String> verifier)
            throws InterruptedException {
        if (entry.connector().authenticationType() == AuthenticationType.IMPLICIT) {
            return new SignInResult(
                    account.verifier(entry, http).verify(credential), List.of(), Optional.empty());
        }
        var call = new TokenCall(http, TOKEN_CALL_LIMIT);
        var answer =
                call.redeem(
                        entry.connector(),
                        credential,
                        channel.redirect().choose(redirectUri),
                        verifier);
        if (answer.refusal().isPresent()) {
            return SignInResult.refused(answer.refusal().get());
        }
        var delegates = !entry.apiScopes().isEmpty();
        List<Finding> findings = new ArrayList<>(List.of(answer.finding()));
        if (delegates) {
            findings.addAll(AuthenticatedDelegation.judge(answer, entry.apiScopes()));
        }
        return new SignInResult(
                account.verifier(entry, http).verify(answer.idToken().orElseThrow()),
                findings,
                Optional.of(answer).filter(a -> delegates));
    }
}
