package io.github.keycloakliveperson.check.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Signs the consumer in without a person, through the login form of a Keycloak (or of any provider
 * whose form has a password field), says yes where Keycloak asks for consent, and keeps the session
 * for the next attempt.
 */
public final class FormSignIn implements SignIn {
    private static final int MOST_FORMS = 3;
    private static final int LONGEST_PAGE_TEXT = 120;

    private final Http http;
    private final Browser browser;
    private final Credentials credentials;

    public FormSignIn(Http http, Credentials credentials) {
        this.http = http;
        this.browser = new Browser(http);
        this.credentials = credentials;
    }

    @Override
    public Outcome open(String address, Predicate<String> arrived) {
        var step = browser.open(address, arrived);
        for (int forms = 0; !step.arrived(); forms++) {
            var page = Jsoup.parse(step.page().body());
            var form = loginForm(page);
            if (form == null) {
                return new Outcome.Stopped(step.page().status(), words(page));
            }
            if (forms == MOST_FORMS || forms > 0 && complaint(page) != null) {
                throw new SignInException(
                        "The provider refused the user name or the password: “"
                                + words(page)
                                + "”. Check --username and --password.");
            }
            step = browser.submit(step.page(), form, typed(form), arrived);
        }
        return new Outcome.Returned(step.landing());
    }

    @Override
    public Outcome openSignedOut(String address, Predicate<String> arrived) {
        var step = new Browser(http).open(address, arrived);
        return step.arrived()
                ? new Outcome.Returned(step.landing())
                : new Outcome.Stopped(step.page().status(), words(Jsoup.parse(step.page().body())));
    }

    @Override
    public Optional<Reply> fetch(String address, Map<String, String> headers) {
        return Optional.of(browser.fetch(address, headers));
    }

    @Override
    public boolean canEndAt(String redirectUri) {
        return true;
    }

    private static Element loginForm(Document page) {
        for (var form : page.select("form")) {
            boolean changesPassword = form.selectFirst("input[name=password-new]") != null;
            boolean asks =
                    form.selectFirst("input[type=password]") != null
                            || form.id().equals("kc-form-login")
                            || form.selectFirst("[type=submit][name=accept]") != null;
            if (asks && !changesPassword) {
                return form;
            }
        }
        return null;
    }

    private Map<String, String> typed(Element form) {
        Map<String, String> typed = new LinkedHashMap<>();
        var name = form.selectFirst("input[type=text], input[type=email], input[name=username]");
        if (name != null && !name.attr("type").equals("hidden")) {
            typed.put(name.attr("name"), credentials.username());
        }
        var password = form.selectFirst("input[type=password]");
        if (password != null) {
            typed.put(password.attr("name"), credentials.password());
        }
        return typed;
    }

    private static Element complaint(Document page) {
        return page.selectFirst(
                "#input-error, #input-error-username, #input-error-password, .kc-feedback-text,"
                        + " .pf-m-danger, .alert-error");
    }

    /** What the page wants, in its own words: its complaint, its message or its title. */
    private static String words(Document page) {
        var complaint = complaint(page);
        var message = page.selectFirst("#kc-error-message p, .instruction");
        if (message == null) {
            message = page.selectFirst("#kc-page-title, h1");
        }
        var words =
                complaint != null
                        ? complaint.text()
                        : message != null ? message.text() : page.title();
        return words.length() > LONGEST_PAGE_TEXT
                ? words.substring(0, LONGEST_PAGE_TEXT) + "…"
                : words;
    }
}
