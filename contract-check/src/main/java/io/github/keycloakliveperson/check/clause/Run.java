package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.Landing;
import io.github.keycloakliveperson.check.browser.Outcome;
import io.github.keycloakliveperson.check.browser.SignIn;
import io.github.keycloakliveperson.check.report.Redaction;
import io.github.keycloakliveperson.check.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What every check of one target works with. */
final class Run {
    private static final List<String> SECRETS =
            List.of("code", "token", "id_token", "access_token", "session_state");

    private final Target target;
    private final Http http;
    private final SignIn signIn;
    private final Redaction redaction;
    private final TokenEndpoint tokenEndpoint;
    private TokenReading token;

    Run(Target target, Http http, SignIn signIn, Redaction redaction) {
        this.target = target;
        this.http = http;
        this.signIn = signIn;
        this.redaction = redaction;
        this.tokenEndpoint = new TokenEndpoint(target, http, redaction);
    }

    Target target() {
        return target;
    }

    Http http() {
        return http;
    }

    SignIn signIn() {
        return signIn;
    }

    TokenEndpoint tokenEndpoint() {
        return tokenEndpoint;
    }

    /** A challenge where the flow has one. */
    Optional<Pkce> pkce() {
        return target.flow().hasPkce() ? Optional.of(Pkce.fresh()) : Optional.empty();
    }

    /** Signs the consumer in and waits for this parameter at the redirect URI. */
    Answer ask(AuthorizationRequest request, String redirectUri, String parameter) {
        Outcome outcome = signIn.open(request.address(), arrivalAt(redirectUri));
        return remembered(new Answer(outcome, parameter));
    }

    /** The same in a browser in which nobody is signed in. */
    Answer askSignedOut(AuthorizationRequest request, String redirectUri, String parameter) {
        Outcome outcome = signIn.openSignedOut(request.address(), arrivalAt(redirectUri));
        return remembered(new Answer(outcome, parameter));
    }

    /** The id_token that the token checks look at; asked for once. */
    TokenReading token() {
        if (token == null) {
            token = anotherToken();
        }
        return token;
    }

    /** One more id_token of the same session, got as the brand's page gets it. */
    TokenReading anotherToken() {
        return new PageSignIn(this).idToken();
    }

    /** An address without its query and fragment, and with or without a lonely slash behind it. */
    static Predicate<String> arrivalAt(String redirectUri) {
        String expected = Landing.at(redirectUri).base();
        return address -> {
            String base = Landing.at(address).base();
            return base.equals(expected) || base.equals(expected + "/");
        };
    }

    private Answer remembered(Answer answer) {
        answer.landing()
                .ifPresent(
                        landing ->
                                SECRETS.forEach(
                                        name ->
                                                landing.value(name)
                                                        .ifPresent(redaction::remember)));
        return answer;
    }
}
