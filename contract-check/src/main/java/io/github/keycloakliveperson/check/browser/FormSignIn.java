package io.github.keycloakliveperson.check.browser;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Signs the consumer in without a person, through the login form of a Keycloak (or of any provider
 * whose form has a password field), gives consent if Keycloak asks for it, and keeps the session
 * for the next attempt.
 */
public final class FormSignIn implements SignIn {
    private final Http http;
    private final ConsumerBrowser browser;
    private final Credentials credentials;

    public FormSignIn(Http http, Credentials credentials) {
        this.http = http;
        this.browser = new ConsumerBrowser(http);
        this.credentials = credentials;
    }

    @Override
    public Outcome open(String address, Predicate<String> arrived) {
        var step = browser.signIn(browser.open(address, arrived), arrived, credentials);
        var consent = step.arrived() ? null : LoginPage.of(step.reply()).consent();
        if (consent != null) {
            step = browser.submit(step.reply(), consent, Map.of(), arrived);
        }
        if (!step.arrived() && LoginPage.of(step.reply()).form() != null) {
            throw new SignInException(
                    "The provider refused the user name or the password: “"
                            + LoginPage.of(step.reply()).words()
                            + "”. Check --username and --password.");
        }
        return outcome(step);
    }

    @Override
    public Outcome openSignedOut(String address, Predicate<String> arrived) {
        return outcome(new ConsumerBrowser(http).open(address, arrived));
    }

    private static Outcome outcome(ConsumerBrowser.Step step) {
        return step.arrived()
                ? new Outcome.Returned(step.landing())
                : new Outcome.Stopped(step.reply().status(), LoginPage.of(step.reply()).words());
    }

    @Override
    public Optional<Reply> fetch(String address, Map<String, String> headers) {
        return Optional.of(browser.send(Http.request(address, headers)));
    }

    @Override
    public boolean canEndAt(String redirectUri) {
        return true;
    }
}
