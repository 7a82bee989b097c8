package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.browser.Encoding;
import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.report.Redaction;
import io.github.keycloakliveperson.check.target.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calls the token endpoint as LivePerson's server does (L17, L18). */
final class TokenEndpoint {
    private final Target target;
    private final Http http;
    private final Redaction redaction;

    TokenEndpoint(Target target, Http http, Redaction redaction) {
        this.target = target;
        this.http = http;
        this.redaction = redaction;
    }

    /** LivePerson's call. */
    TokenAnswer redeem(String code, String redirectUri, Optional<Pkce> pkce) {
        return redeem(
                code,
                redirectUri,
                pkce.map(Pkce::verifier),
                ClientAuthentication.RAW_BASIC,
                target.clientSecret().orElseThrow());
    }

    /** The same with another verifier, another authentication or another secret. */
    TokenAnswer redeem(
            String code,
            String redirectUri,
            Optional<String> verifier,
            ClientAuthentication how,
            String secret) {
        redaction.remember(code);
        String form =
                "grant_type=authorization_code&code="
                        + Encoding.encode(code)
                        + "&redirect_uri="
                        + Encoding.encode(redirectUri)
                        + verifier.map(v -> "&code_verifier=" + Encoding.encode(v)).orElse("")
                        + how.form(target.clientId(), secret);
        Map<String, String> headers = new HashMap<>(how.headers(target.clientId(), secret));
        headers.put("Accept", "application/json");
        return TokenAnswer.of(http.post(target.endpoints().token(), form, headers));
    }
}
