package io.github.keycloakliveperson.it.embedded;

import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.browser.ConsumerWindow;
import java.util.List;
import java.util.Map;

/** A page with the tag, in a real browser, as LivePerson and the consumer use it. */
record BrandPage(ConsumerWindow window) {

    private static final String CALL =
            "new Promise(r => lpGetAuthenticationToken((...a) => r(a)%s))";

    static BrandPage open(ConsumerWindow window, String address) {
        window.navigate(address);
        return new BrandPage(window);
    }

    /** Signs in with the page's own signIn() and Keycloak's login page; ends on the page again. */
    void signIn(String username) {
        String address = window.url();
        window.evaluate("void setTimeout(() => LivePersonWebAuth.signIn())");
        window.waitFor("document.querySelector('#kc-login')");
        typeIn(window, username);
        window.waitForUrl(address);
        window.waitFor("window.LivePersonWebAuth");
    }

    /** Fills in Keycloak's login page. */
    static void typeIn(ConsumerWindow window, String username) {
        window.fill("#username", username);
        window.fill("#password", TestRealm.PASSWORD);
        window.click("#kc-login");
    }

    /** LivePerson calls the method: what it called back with, argument by argument. */
    List<Object> call() {
        return list(window.evaluate(CALL.formatted("")));
    }

    /** The same with PKCE. */
    List<Object> call(String challenge) {
        return list(window.evaluate(CALL.formatted(", '" + challenge + "'")));
    }

    /** Calls the method without waiting for it to call back. */
    void beginCall() {
        window.evaluate("void (window.begun = " + CALL.formatted("") + ")");
    }

    /** What that call was answered with. */
    List<Object> endCall() {
        return list(window.evaluate("begun"));
    }

    /** Calls the method several times at once. */
    List<List<Object>> callAtOnce(int times) {
        return lists(
                window.evaluate(
                        "Promise.all(Array.from({length: %d}, () => %s))"
                                .formatted(times, CALL.formatted(""))));
    }

    /** Calls the method of each frame of the page, at once. */
    List<List<Object>> callInFrames() {
        return lists(
                window.evaluate(
                        "Promise.all(Array.from(frames, f => new Promise("
                                + "r => f.lpGetAuthenticationToken((...a) => r(a)))))"));
    }

    /** LivePerson calls the identity function. */
    Object identity() {
        return window.evaluate("new Promise(r => lpTag.identities[0](r))");
    }

    /** What {@code LivePersonWebAuth.status()} says. */
    Object status() {
        return window.evaluate("LivePersonWebAuth.status()");
    }

    /** The code that the method called back with. */
    static String ssoKey(List<Object> answer) {
        return (String) ((Map<?, ?>) answer.get(0)).get("ssoKey");
    }

    private static List<List<Object>> lists(Object value) {
        return list(value).stream().map(BrandPage::list).toList();
    }

    private static List<Object> list(Object value) {
        return List.copyOf((List<?>) value);
    }
}
