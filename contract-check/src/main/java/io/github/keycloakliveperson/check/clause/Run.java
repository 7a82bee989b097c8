package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.SignIn;
import io.github.keycloakliveperson.check.browser.SignInException;
import io.github.keycloakliveperson.check.provider.Target;
import io.github.keycloakliveperson.check.report.Redaction;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.key.VerificationKeys;
import io.github.keycloakliveperson.contract.token.ClientAuthentication;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import io.github.keycloakliveperson.contract.token.TokenCall;
import io.github.keycloakliveperson.contract.token.TokenVerifier;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import io.github.keycloakliveperson.contract.window.Landing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What every check of one target works with. */
final class Run {
    private static final List<String> SECRETS =
            List.of("code", "token", "id_token", "access_token", "session_state");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Target target;
    private final Http http;
    private final SignIn signIn;
    private final Redaction redaction;
    private final TokenCall tokenCall;
    private TokenReading token;

    Run(Target target, Http http, SignIn signIn, Redaction redaction) {
        this.target = target;
        this.http = http;
        this.signIn = signIn;
        this.redaction = redaction;
        this.tokenCall = new TokenCall(http.client(), PATIENCE);
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

    /** The client's secret, where the flow has a token call. */
    String secret() {
        return target.connector().clientSecret().orElseThrow().value();
    }

    /** LivePerson's token call. */
    TokenAnswer redeem(String code, String redirectUri, Optional<Pkce> pkce) {
        return redeem(
                code,
                redirectUri,
                pkce.map(Pkce::verifier),
                ClientAuthentication.RAW_BASIC,
                secret());
    }

    /** The same with another verifier, another authentication or another secret. */
    TokenAnswer redeem(
            String code,
            String redirectUri,
            Optional<String> verifier,
            ClientAuthentication how,
            String secret) {
        redaction.remember(code);
        try {
            return tokenCall.redeem(target.connector(), code, redirectUri, verifier, how, secret);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SignInException("The check was stopped.");
        }
    }

    /** LivePerson's renewal of an access token. */
    TokenAnswer renew(String refreshToken, String secret) {
        redaction.remember(refreshToken);
        try {
            return tokenCall.renew(target.connector(), refreshToken, secret);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SignInException("The check was stopped.");
        }
    }

    /** What LivePerson makes of a token. */
    TokenReading read(String compact) {
        var keys = TokenVerifier.keys(target.connector(), http.client());
        return TokenReading.of(verifier(keys).verify(compact), compact);
    }

    /** Whether the token was signed with this key, whatever else is wrong. */
    boolean verifies(TokenReading reading, VerificationKeys keys) {
        return verifier(keys).verify(reading.compact()).findings().stream()
                .filter(finding -> finding.attempt().equals("signature"))
                .anyMatch(finding -> finding.verdict() == Verdict.PASS);
    }

    private TokenVerifier verifier(VerificationKeys keys) {
        return new TokenVerifier(
                target.connector().jwtIssuer(),
                keys,
                target.livePersonKey().isPresent() ? Encryption.EXPECTED : Encryption.OPTIONAL,
                target.livePersonKey().stream().toList(),
                Clock.systemUTC());
    }

    /** A challenge where the flow has one. */
    Optional<Pkce> pkce() {
        return target.connector().pkce() ? Optional.of(Pkce.create()) : Optional.empty();
    }

    /** Signs the consumer in and waits for this parameter at the redirect URI. */
    Answer ask(AuthorizationRequest request, String redirectUri, String parameter) {
        var outcome = signIn.open(request.address(), arrivalAt(redirectUri));
        return remembered(new Answer(outcome, parameter));
    }

    /** The same in a browser in which nobody is signed in. */
    Answer askSignedOut(AuthorizationRequest request, String redirectUri, String parameter) {
        var outcome = signIn.openSignedOut(request.address(), arrivalAt(redirectUri));
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
        var expected = Landing.at(redirectUri).base();
        return address -> {
            var base = Landing.at(address).base();
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
