package io.github.keycloakliveperson.window.embedded;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The tag")
@Tag("javascript")
class WebAuthTagTest {

    private static final Map<String, String> TAG = Map.of("clientId", "liveperson");
    private static final String ISS = "https://sso.example/realms/brand";

    private final FakePage page = new FakePage();

    @AfterEach
    void close() {
        page.close();
    }

    private Object console() {
        return page.value("page.console");
    }

    @Nested
    @DisplayName("defines the method (L31)")
    class Method {

        @ParameterizedTest
        @ValueSource(strings = {"getToken", "auth.getAuthenticationToken", "brand.auth.$get_2"})
        @DisplayName("under the name of data-method, dotted or not")
        void named(String name) {
            page.withTag(Map.of("clientId", "liveperson", "method", name));

            assertThat(page.value("typeof " + name)).isEqualTo("function");
            assertThat(page.value("typeof window.lpGetAuthenticationToken")).isEqualTo("undefined");
            assertThat(console()).isEqualTo(List.of());
        }

        @Test
        @DisplayName("in an object that the page already has, and keeps the rest of it")
        void existingContext() {
            page.run("window.auth = { other: 1 }")
                    .withTag(Map.of("clientId", "liveperson", "method", "auth.get"));

            assertThat(page.value("[auth.other, typeof auth.get]"))
                    .isEqualTo(List.of(1, "function"));
        }

        @Test
        @DisplayName("and warns if one already exists")
        void warns() {
            page.run("window.lpGetAuthenticationToken = () => 'theirs'").withTag(TAG);

            assertThat(console())
                    .asInstanceOf(LIST)
                    .singleElement()
                    .asString()
                    .startsWith("warn: ")
                    .contains("lpGetAuthenticationToken was defined before");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "auth.",
                    "text.get",
                    "a-b",
                    "missing.text.get",
                    "frozen.get",
                    "frozen.auth.get",
                    "Object.prototype.polluted",
                    "auth.__proto__.polluted",
                    "auth.constructor.prototype.polluted",
                    "auth.constructor",
                    "__proto__.polluted"
                })
        @DisplayName("or says why it can't, and continues")
        void impossible(String name) {
            page.run(
                            "window.text = 'x'; window.missing = { text: 'x' };"
                                    + " window.frozen = Object.freeze({}); window.auth = {}")
                    .withTag(Map.of("clientId", "liveperson", "method", name));

            assertThat(console())
                    .asInstanceOf(LIST)
                    .singleElement()
                    .asString()
                    .startsWith("error: ")
                    .contains(name);
            assertThat(page.value("[lpTag.identities.length, typeof ({}).polluted]"))
                    .isEqualTo(List.of(1, "undefined"));
        }

        @Test
        @DisplayName("on the window's own objects, not on elements that the markup names")
        void clobbered() {
            page.run(
                    "Object.setPrototypeOf(globalThis, { auth: { element: true }, LivePersonWebAuth:"
                            + " { element: true }, lpTag: { element: true },"
                            + " LivePersonWebAuthSettings: { method: 'theirs' } })");
            page.withTag(Map.of("clientId", "liveperson", "method", "auth.get"));

            assertThat(page.value("[auth.element, typeof auth.get, lpTag.element]"))
                    .isEqualTo(java.util.Arrays.asList(null, "function", null));
            assertThat(page.value("LivePersonWebAuth.clientId")).isEqualTo("liveperson");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "var lpMethods = { getOther() {} }",
                    "window.lpMethods = undefined",
                    "lpMethods.getToken = () => 'theirs'",
                    "delete lpMethods.getToken"
                })
        @DisplayName("and warns, once, when a script of the page redefines it later")
        void redefined(String script) {
            page.withTag(Map.of("clientId", "liveperson", "method", "lpMethods.getToken"))
                    .run("page.advance(3000)")
                    .run(script)
                    .run("page.advance(57000)");

            assertThat(console())
                    .asInstanceOf(LIST)
                    .singleElement()
                    .asString()
                    .startsWith("warn: ")
                    .contains("lpMethods.getToken was redefined");
        }
    }

    @Nested
    @DisplayName("takes its settings")
    class Settings {

        @Test
        @DisplayName("from a variable of the page if a tag manager drops data-*")
        void variable() {
            page.run(
                            "window.LivePersonWebAuthSettings ="
                                    + " { clientId: 'liveperson', flow: 'implicit', method: 'auth.get',"
                                    + " timeout: 2, identity: false }")
                    .withTag(Map.of());
            page.run("auth.get(page.record); page.advance(2000)");

            assertThat(page.value("LivePersonWebAuth.clientId")).isEqualTo("liveperson");
            assertThat(page.value("page.calls")).isEqualTo(List.of(List.of("", "timeout")));
            assertThat(page.value("typeof window.lpTag")).isEqualTo("undefined");
            assertThat(console()).isEqualTo(List.of());
        }

        @Test
        @DisplayName("from its attributes first")
        void attributesFirst() {
            page.run("window.LivePersonWebAuthSettings = { clientId: 'other', method: 'auth.get' }")
                    .withTag(TAG);

            assertThat(page.value("[LivePersonWebAuth.clientId, typeof auth.get]"))
                    .isEqualTo(List.of("liveperson", "function"));
        }

        @Test
        @DisplayName("and says what to do if neither is there")
        void neither() {
            page.withTag(Map.of());

            assertThat(page.value("page.console[0]"))
                    .asString()
                    .startsWith("error: ")
                    .contains("window.LivePersonWebAuthSettings");
        }

        @Test
        @DisplayName(
                "from a script element, never from another element that is named currentScript")
        void noScript() {
            page.run(
                    "page.script = { src: 'https://evil.example/realms/x/liveperson/p',"
                            + " dataset: { clientId: 'evil', method: 'Object.prototype.polluted' } };"
                            + " page.found = Object.assign(new HTMLScriptElement(), { src: '%s', dataset: { clientId: 'liveperson' } })"
                                    .formatted(FakePage.TAG));
            page.run(WebAuthScript.text());

            assertThat(page.value("[LivePersonWebAuth.clientId, typeof ({}).polluted]"))
                    .isEqualTo(List.of("liveperson", "undefined"));
        }
    }

    @Nested
    @DisplayName("breaks nothing")
    class Loading {

        @Test
        @DisplayName("if it is loaded twice, and works once, silently")
        void twice() {
            page.withTag(TAG).run("window.first = lpGetAuthenticationToken").withTag(TAG);

            assertThat(page.value("first === lpGetAuthenticationToken")).isEqualTo(true);
            assertThat(page.value("lpTag.identities.length")).isEqualTo(1);
            assertThat(console()).isEqualTo(List.of());
        }

        @Test
        @DisplayName("if it is loaded again for another client, and warns and keeps the first one")
        void otherClient() {
            page.withTag(TAG).withTag(Map.of("clientId", "second"));

            assertThat(page.value("LivePersonWebAuth.clientId")).isEqualTo("liveperson");
            assertThat(console())
                    .asInstanceOf(LIST)
                    .singleElement()
                    .asString()
                    .contains("liveperson");
        }

        @Test
        @DisplayName(
                "without a current script (inserted later, a module loader), and finds its tag")
        void noCurrentScript() {
            page.run(
                    "page.found = Object.assign(new HTMLScriptElement(), {src: '%s', dataset: {clientId: 'late'}})"
                            .formatted(FakePage.TAG));
            page.run(WebAuthScript.text());

            assertThat(page.value("LivePersonWebAuth.clientId")).isEqualTo("late");
        }

        @Test
        @DisplayName("if no tag can be found, and reports it and still calls back")
        void noTag() {
            page.run(WebAuthScript.text()).run("lpGetAuthenticationToken(page.record)");

            assertThat(page.value("page.calls")).isEqualTo(List.of(List.of("", "misconfigured")));
        }

        @Test
        @DisplayName("because the script is small, evaluates no text and sets no inline code")
        void small() {
            assertThat(WebAuthScript.text().length()).isLessThan(9216);
            assertThat(WebAuthScript.text())
                    .isASCII()
                    .doesNotContain("eval(", "Function(", "innerHTML");
        }
    }

    @Nested
    @DisplayName("pushes the identity function (L34)")
    class Identity {

        private void who(String body) {
            page.run("page.identity = " + body);
        }

        @Test
        @DisplayName("which returns iss, sub and acr, requested with the consumer's cookies")
        void signedIn() {
            page.withTag(TAG);
            who("{status: 200, body: {iss: '" + ISS + "', sub: 's-1', acr: 'loa1'}}");
            page.run("lpTag.identities[0](page.record)");

            assertThat(page.value("page.calls"))
                    .isEqualTo(List.of(List.of(Map.of("iss", ISS, "sub", "s-1", "acr", "loa1"))));
            assertThat(page.value("page.requests[0].address"))
                    .isEqualTo("https://sso.example/realms/brand/liveperson/identity/liveperson");
            assertThat(page.value("page.requests[0].options"))
                    .isEqualTo(
                            Map.of(
                                    "credentials", "include",
                                    "cache", "no-store",
                                    "referrerPolicy", "no-referrer"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{status: 204}", "{status: 403}", "{status: 500}", "{broken: true}"})
        @DisplayName("which answers null if nobody is signed in or the request fails")
        void nobody(String answer) {
            page.withTag(TAG);
            who(answer);
            page.run("lpTag.identities[0](page.record)");

            assertThat(page.value("page.calls")).isEqualTo(List.of(singletonList(null)));
        }

        @Test
        @DisplayName("which answers within the time limit")
        void silent() {
            page.withTag(TAG);
            who("{silent: true}");
            page.run("lpTag.identities[0](page.record); page.advance(10000)");

            assertThat(page.value("page.calls.length")).isEqualTo(1);
            assertThat(page.value("page.calls[0][0]")).isNull();
        }

        @Test
        @DisplayName("in addition to those of the page")
        void others() {
            page.run("window.lpTag = { identities: [1], section: 's' }").withTag(TAG);

            assertThat(page.value("[lpTag.identities.length, lpTag.section]"))
                    .isEqualTo(List.of(2, "s"));
        }

        @ParameterizedTest
        @CsvSource({
            "window.lpTag = {}, 1",
            "'window.lpTag = {identities: lpTag.identities}', 1",
            "'window.lpTag = {identities: [0]}', 2",
            "lpTag.identities = [], 0"
        })
        @DisplayName(
                "again if LivePerson's tag, loaded later, creates a new lpTag, but never twice")
        void replaced(String theirTag, int expected) {
            page.withTag(TAG).run(theirTag).run("page.advance(60000)");

            assertThat(page.value("lpTag.identities.length")).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "window.lpTag = {}",
                    "window.lpTag = {identities: [0]}",
                    "lpTag = {section: lpTag.section, _tagCount: 1}",
                    "var lpTag = {}",
                    "lpTag = null; lpTag = {}"
                })
        @DisplayName("in time for a snippet that replaces lpTag and reads its identities at once")
        void readAtOnce(String snippet) {
            page.withTag(TAG).run(snippet + "; page.record(lpTag.identities.length > 0)");

            assertThat(page.value("page.calls")).isEqualTo(List.of(List.of(true)));
        }

        @Test
        @DisplayName("into an lpTag that an earlier script declared with var, at the next look")
        void declared() {
            page.run("var lpTag = {}").withTag(TAG).run("lpTag = {}; page.advance(500)");

            assertThat(page.value("lpTag.identities.length")).isEqualTo(1);
        }

        @Test
        @DisplayName("even if its queue is no longer an array")
        void queue() {
            page.run("window.lpTag = { identities: { push: page.record } }")
                    .withTag(TAG)
                    .run("page.advance(120000)");

            assertThat(page.value("page.calls.length")).isEqualTo(1);
            assertThat(page.value("page.timers.length")).isEqualTo(0);
        }

        @Test
        @DisplayName("unless data-identity is off")
        void off() {
            page.withTag(Map.of("clientId", "liveperson", "identity", "off"))
                    .run("page.advance(60000)");

            assertThat(page.value("typeof window.lpTag")).isEqualTo("undefined");
            assertThat(page.value("page.timers.length")).isEqualTo(0);
        }
    }
}
