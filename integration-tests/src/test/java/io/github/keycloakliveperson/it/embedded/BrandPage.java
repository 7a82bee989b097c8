package io.github.keycloakliveperson.it.embedded;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.List;
import java.util.Map;

/** A page with the tag, in a real browser, as LivePerson and the consumer use it. */
record BrandPage(Page page) {

    /** A loaded machine takes its time; in milliseconds. */
    private static final double PATIENCE = 90_000;

    static BrandPage open(Page page, String address) {
        page.setDefaultTimeout(PATIENCE);
        page.setDefaultNavigationTimeout(PATIENCE);
        page.navigate(address);
        return new BrandPage(page);
    }

    /** Signs in with the page's own signIn() and Keycloak's login page; ends on the page again. */
    void signIn(String username) {
        String address = page.url();
        page.evaluate("LivePersonWebAuth.signIn()");
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(address);
        page.waitForFunction("() => window.LivePersonWebAuth");
    }

    /** LivePerson calls the method: what it called back with, argument by argument. */
    List<Object> call() {
        return called(page.mainFrame(), "r => lpGetAuthenticationToken((...a) => r(a))");
    }

    /** The same with PKCE. */
    List<Object> call(String challenge) {
        return called(
                page.mainFrame(),
                "r => lpGetAuthenticationToken((...a) => r(a), '" + challenge + "')");
    }

    /** Calls the method several times at once. */
    List<List<Object>> callAtOnce(int times) {
        return lists(
                page.mainFrame()
                        .evaluate(
                                "n => Promise.all(Array.from({length: n}, () => new Promise("
                                        + "r => lpGetAuthenticationToken((...a) => r(a)))))",
                                times));
    }

    /** Calls the method of each frame of the page, at once. */
    List<List<Object>> callInFrames() {
        return lists(
                page.evaluate(
                        "() => Promise.all(Array.from(frames, f => new Promise("
                                + "r => f.lpGetAuthenticationToken((...a) => r(a)))))"));
    }

    /** LivePerson calls the identity function. */
    Object identity() {
        return page.evaluate("() => new Promise(r => lpTag.identities[0](r))");
    }

    /** What {@code LivePersonWebAuth.status()} says. */
    Object status() {
        return page.evaluate("() => LivePersonWebAuth.status()");
    }

    /** The code that the method called back with. */
    static String ssoKey(List<Object> answer) {
        return (String) ((Map<?, ?>) answer.get(0)).get("ssoKey");
    }

    private static List<Object> called(Frame frame, String executor) {
        return list(frame.evaluate("() => new Promise(" + executor + ")"));
    }

    private static List<List<Object>> lists(Object value) {
        return list(value).stream().map(BrandPage::list).toList();
    }

    private static List<Object> list(Object value) {
        return List.copyOf((List<?>) value);
    }
}
