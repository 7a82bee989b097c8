package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.provider.Target;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import io.github.keycloakliveperson.contract.window.Dialect;
import io.github.keycloakliveperson.contract.window.Encoding;
import java.util.Optional;
import java.util.UUID;

/** What LivePerson's external window asks the Authentication Endpoint (L22–L30). */
final class WindowSignIn {
    /** L29's window address has its own query; the configuration in it is JSON. */
    private static final String OPENID_QUERY =
            "?lpUnifiedWindowConfig="
                    + Encoding.encode(
                            "{\"accountId\":\"12345678\",\"env\":\"prod\",\"external\":true,"
                                    + "\"skillName\":\"sales & service\"}");

    private final Run run;
    private final Target target;

    WindowSignIn(Run run) {
        this.run = run;
        this.target = run.target();
    }

    /** The answer's parameter in the RFC dialect (L23). */
    String rfcParameter() {
        return AuthorizationRequest.answerName(target.connector(), Dialect.RFC);
    }

    /** The answer's parameter in the openID dialect (L29). */
    String openidParameter() {
        return AuthorizationRequest.answerName(target.connector(), Dialect.OPENID);
    }

    /** The RFC dialect's request without nonce (L23); the state is raw. */
    AuthorizationRequest rfcRequest(String redirectUri, String rawState, Optional<Pkce> pkce) {
        var request =
                AuthorizationRequest.rfcWindow(
                        target.connector(), redirectUri, rawState, "https://www.brand.example");
        return pkce.map(request::with).orElse(request);
    }

    /** The RFC request, with a nonce in the implicit flow, where a provider may require one. */
    Answer rfc(String rawState, Optional<Pkce> pkce) {
        var window = target.redirectUris().window();
        var request = rfcRequest(window, rawState, pkce);
        if (!target.connector().hasTokenCall()) {
            request = request.with("nonce", UUID.randomUUID().toString());
        }
        return run.ask(request, window, rfcParameter());
    }

    /** The window's address in the openID dialect. */
    String openidWindow() {
        return target.redirectUris().window() + OPENID_QUERY;
    }

    /** The openID dialect's request: no state, no scope, the visitor's id as nonce (L29). */
    Answer openid(String redirectUri, String visitor, Optional<Pkce> pkce) {
        var request = AuthorizationRequest.openidWindow(target.connector(), redirectUri, visitor);
        var complete = pkce.map(request::with).orElse(request);
        return run.ask(complete, redirectUri, openidParameter());
    }
}
