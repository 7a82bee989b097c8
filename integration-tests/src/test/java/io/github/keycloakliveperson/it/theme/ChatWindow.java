package io.github.keycloakliveperson.it.theme;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Path;
import java.util.Map;

/**
 * A consumer's browser window of LivePerson's size, in which the pages of a login are opened. Every
 * page that was looked at is kept as a picture in {@code target/login-theme}.
 */
final class ChatWindow implements AutoCloseable {

    private static final double PATIENCE_MILLISECONDS = 60_000;

    private final BrowserContext context;
    private final Page page;

    private ChatWindow(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    }

    /** Opens a window of a width in CSS pixels, in a language and a color scheme. */
    static ChatWindow open(Browser chromium, int width, String language, ColorScheme scheme) {
        return new ChatWindow(
                chromium.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 600)
                                .setLocale(language)
                                .setColorScheme(scheme)));
    }

    Page page() {
        return page;
    }

    /** Goes to the login page as the client would send the consumer there. */
    ChatWindow toLogin(RelyingParty client) {
        page.navigate(client.authorizationRequest(Map.of()).toString());
        return this;
    }

    /** Fills in the login form. */
    ChatWindow signIn(String username, String password) {
        page.fill("#username", username);
        page.fill("#password", password);
        page.click("#kc-login");
        page.waitForLoadState();
        return this;
    }

    /** Comes back to a page of a login step that is over: "your sign-in has expired". */
    ChatWindow toExpiredStep() {
        String action = (String) page.evaluate("document.querySelector('form').action");
        page.navigate(
                action.replaceAll(
                        "execution=[^&]*", "execution=00000000-0000-0000-0000-000000000000"));
        return this;
    }

    /** Asks for a client that the realm doesn't have: the error page. */
    ChatWindow toError(TestRealm realm) {
        page.navigate(realm.protocol("auth") + "?client_id=nobody");
        return this;
    }

    /** How many CSS pixels of the page stand outside of the window, to the side. */
    int overflow() {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth -"
                                        + " document.documentElement.clientWidth"))
                .intValue();
    }

    /** A computed style of the first element that a selector finds. */
    String style(String selector, String property) {
        return (String)
                page.evaluate(
                        "([selector, property]) =>"
                                + " getComputedStyle(document.querySelector(selector))[property]",
                        new String[] {selector, property});
    }

    /** Keeps a picture of the whole page. */
    void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "login-theme", name + ".png"))
                        .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
