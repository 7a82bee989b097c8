package io.github.keycloakliveperson.check.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page, as read by somebody who wants to sign in. */
record LoginPage(Document page) {
    private static final int LONGEST_PAGE_TEXT = 120;

    static LoginPage of(Reply reply) {
        return new LoginPage(reply.page());
    }

    /** The form that asks for a user name or a password; {@code null} where there is none. */
    Element form() {
        for (var form : page.select("form")) {
            boolean changesPassword = form.selectFirst("input[name=password-new]") != null;
            boolean asks =
                    form.selectFirst("input[type=password]") != null
                            || form.id().equals("kc-form-login");
            if (asks && !changesPassword) {
                return form;
            }
        }
        return null;
    }

    /** The form that asks for consent, its first button says yes; {@code null} where none does. */
    Element consent() {
        var yes = page.selectFirst("form [type=submit][name=accept]");
        return yes == null ? null : yes.closest("form");
    }

    /** What a consumer types into that form. */
    Map<String, String> typed(Credentials credentials) {
        Map<String, String> typed = new LinkedHashMap<>();
        var name = form().selectFirst("input[type=text], input[type=email], input[name=username]");
        if (name != null && !name.attr("type").equals("hidden")) {
            typed.put(name.attr("name"), credentials.username());
        }
        var password = form().selectFirst("input[type=password]");
        if (password != null) {
            typed.put(password.attr("name"), credentials.password());
        }
        return typed;
    }

    /** The error that it shows; {@code null} if there is none. */
    Element complaint() {
        return page.selectFirst(
                "#input-error, #input-error-username, #input-error-password, .kc-feedback-text,"
                        + " .pf-m-danger, .alert-error");
    }

    /** What the page wants, in its own words: its complaint, its message or its title. */
    String words() {
        var message = complaint();
        if (message == null) {
            message = page.selectFirst("#kc-error-message p, .instruction");
        }
        if (message == null) {
            message = page.selectFirst("#kc-page-title, h1");
        }
        var words = message == null ? page.title() : message.text();
        return words.length() > LONGEST_PAGE_TEXT
                ? words.substring(0, LONGEST_PAGE_TEXT) + "…"
                : words;
    }
}
