package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.provider.Target;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import java.util.Optional;
import java.util.UUID;

/** What a brand's page does when LivePerson asks it for a code or a token (L31–L33). */
final class PageSignIn {
    private final Run run;
    private final Target target;

    PageSignIn(Run run) {
        this.run = run;
        this.target = run.target();
    }

    /** A request for a code at the stock authorization endpoint. */
    AuthorizationRequest codeRequest(String redirectUri, Optional<Pkce> pkce) {
        var request = request("code", redirectUri);
        return pkce.map(request::with).orElse(request);
    }

    /** A request for an id_token at the stock authorization endpoint. */
    AuthorizationRequest tokenRequest(String redirectUri) {
        return request("id_token", redirectUri).with("nonce", UUID.randomUUID().toString());
    }

    /** Signs in and gets a code. */
    Answer code(String redirectUri, Optional<Pkce> pkce) {
        return run.ask(codeRequest(redirectUri, pkce), redirectUri, "code");
    }

    /** Signs in, with the token call where the flow has one, and reads the id_token. */
    TokenReading idToken() {
        var redirectUri = target.redirectUris().page();
        if (!target.connector().hasTokenCall()) {
            var answer = run.ask(tokenRequest(redirectUri), redirectUri, "id_token");
            return answer.value()
                    .map(run::read)
                    .orElseGet(() -> TokenReading.none(answer.describe()));
        }
        var pkce = run.pkce();
        var answer = code(redirectUri, pkce);
        if (!answer.given()) {
            return TokenReading.none(answer.describe());
        }
        var tokens = run.redeem(answer.value().orElseThrow(), redirectUri, pkce);
        return tokens.idToken()
                .map(run::read)
                .orElseGet(() -> TokenReading.none("the token call: " + tokens.describe()));
    }

    private AuthorizationRequest request(String type, String redirectUri) {
        return AuthorizationRequest.at(target.pageEndpoint())
                .with("response_type", type)
                .with("client_id", target.connector().clientId())
                .with("scope", target.pageScope())
                .with("redirect_uri", redirectUri)
                .with("state", UUID.randomUUID().toString());
    }
}
