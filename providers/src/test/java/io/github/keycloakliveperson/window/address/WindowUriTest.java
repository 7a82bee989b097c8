package io.github.keycloakliveperson.window.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The window's address")
class WindowUriTest {

    private static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";

    @Nested
    @DisplayName("is split")
    class Parts {

        @Test
        @DisplayName("into the registered part and its own query (L24, L29)")
        void parts() {
            WindowUri window = parse(WINDOW + "?lpUnifiedWindowConfig=%7B%22a%22%3A1%7D");

            assertThat(window.base()).isEqualTo(WINDOW);
            assertThat(window.query()).isEqualTo("lpUnifiedWindowConfig=%7B%22a%22%3A1%7D");
            assertThat(window.hasOwnQuery()).isTrue();
            assertThat(window.toString()).as("no configuration in logs").isEqualTo(WINDOW);
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "?code=1, -",
                    "?code=1&state=x&iss=y, -",
                    "?a=1&code=2&b=3, a=1&b=3",
                    "?token=t&lpUnifiedWindowConfig=%7B%7D&id_token=u, lpUnifiedWindowConfig=%7B%7D",
                    "?CODE=1&%63ode=2&a, a",
                    "?error=access_denied&error_description=x&error_uri=y&keep=, keep=",
                    "?access_token=1&token_type=2&expires_in=3&session_state=4&response=5, -",
                    "?kc_action=1&kc_action_status=2&codex=3, codex=3",
                    "?, ''",
                    "?a&&b=;c, a&&b=;c",
                    "'', -"
                })
        @DisplayName("without the answer of an earlier sign-in, and the original is kept (K9, L21)")
        void staleAnswers(String query, String expected) {
            WindowUri window = parse(WINDOW + query);

            assertThat(window.query()).isEqualTo(expected);
            assertThat(window.original()).isEqualTo(WINDOW + query);
        }
    }

    @Nested
    @DisplayName("gets the answer appended")
    class Answers {

        @ParameterizedTest
        @CsvSource({
            "'', ?code=1",
            "?, ?code=1",
            "?a=1, ?a=1&code=1",
            "?a=1&, ?a=1&code=1",
            "?state=old, ?code=1"
        })
        @DisplayName("in its query")
        void query(String query, String expected) {
            assertThat(parse(WINDOW + query).withQuery("code=1")).isEqualTo(WINDOW + expected);
        }

        @ParameterizedTest
        @CsvSource({"'', #id_token=1", "?a=1, ?a=1#id_token=1", "?state=old, #id_token=1"})
        @DisplayName("in its fragment")
        void fragment(String query, String expected) {
            assertThat(parse(WINDOW + query).withFragment("id_token=1"))
                    .isEqualTo(WINDOW + expected);
        }

        @Test
        @DisplayName("with a query that is legal in a header and means the same")
        void escapes() {
            String answer = parse(WINDOW + "?c={\"a\":[1,\"é 😀\"]}&d=%7b%zz").withQuery("code=1");

            assertThat(answer)
                    .isEqualTo(
                            WINDOW
                                    + "?c=%7B%22a%22:%5B1,%22%C3%A9%20%F0%9F%98%80%22%5D%7D"
                                    + "&d=%7b%zz&code=1");
        }

        @Property
        @Label("and keeps every other character of the query that a browser can send (L29, L30)")
        void keepsItsQuery(@ForAll("queries") String query) {
            assertThat(parse(WINDOW + "?lpUnifiedWindowConfig=" + query).withQuery("code=1"))
                    .isEqualTo(WINDOW + "?lpUnifiedWindowConfig=" + query + "&code=1");
        }

        @Provide
        Arbitrary<String> queries() {
            Arbitrary<String> escape =
                    Arbitraries.integers()
                            .between(0, 255)
                            .flatMap(
                                    b ->
                                            Arbitraries.of(
                                                    "%%%02X".formatted(b), "%%%02x".formatted(b)));
            Arbitrary<String> plain =
                    Arbitraries.strings().withChars("abcXYZ019-._~!$'()*+,;=:@/?").ofLength(1);
            return Arbitraries.oneOf(escape, plain)
                    .list()
                    .ofMaxSize(200)
                    .map(parts -> String.join("", parts));
        }

        @Property
        @Label("never with a line break, and never at another host")
        void staysThere(@ForAll String query) {
            WindowUri.parse(WINDOW + "?" + query)
                    .map(window -> window.withQuery("code=1"))
                    .ifPresent(
                            answer ->
                                    assertThat(answer)
                                            .startsWith(WINDOW + "?")
                                            .endsWith("code=1")
                                            .matches("[!-~]+"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/le_unified_window/index.html",
                "//lpcdn.lpsnmedia.net/index.html",
                "lpcdn.lpsnmedia.net/index.html",
                "javascript:alert(1)",
                "javascript://lpcdn.lpsnmedia.net/%0aalert(1)",
                "data:text/html,x",
                "ftp://lpcdn.lpsnmedia.net/x",
                "HTTPS://lpcdn.lpsnmedia.net/x",
                "https:lpcdn.lpsnmedia.net",
                "https:/lpcdn.lpsnmedia.net",
                "https:///lpcdn.lpsnmedia.net",
                "https://",
                "https://user@lpcdn.lpsnmedia.net/x",
                "https://lpcdn.lpsnmedia.net@evil.example/x",
                "https://lpcdn.lpsnmedia.net:x/",
                "https://lpcdn.lpsnmedia.net\\@evil.example/",
                "https://evil.example\\lpcdn.lpsnmedia.net/",
                "https://lpcdn.lpsnmedia.net /x",
                "https://lpcdn.lpsnmedia.net/a b",
                "https://lpcdn.lpsnmedia.net/\r\nSet-Cookie: a=b",
                "https://lpcdn.lpsnmedia.net/x?a=\r\nSet-Cookie: a=b",
                "https://lpcdn.lpsnmedia.net/x?\u0000",
                "https://lpcdn.lpsnmedia.net/\tx",
                "https://lpcdn.lpsnmedia.net/x#fragment",
                "https://lpcdn.lpsnmedia.net/x?a=1#fragment",
                "https://lpcdn.lpsnmedia.net/x#",
                "https://lpcdn.lpsnmedia.net/a/../b",
                "https://lpcdn.lpsnmedia.net/a/./b",
                "https://lpcdn.lpsnmedia.net/..",
                "https://lpcdn.lpsnmedia.net/a/%2e%2e/b",
                "https://lpcdn.lpsnmedia.net/a/%252E%252e/b",
                "https://lpcdn.lpsnmedia.net/a/%25252e./b",
                "https://lpcdn.lpsnmedia.net/a/%25%32%65./b",
                "https://lpcdn.lpsnmedia.net/a/%%32e%2%65/b",
                "https://lpcdn.lpsnmedia.net/a%250db",
                "https://lpcdn.lpsnmedia.net/a%2f..%2fb",
                "https://lpcdn.lpsnmedia.net/a%5c..%5cb",
                "https://lpcdn.lpsnmedia.net/a/..;x/b",
                "https://lpcdn.lpsnmedia.net/a/..%3bx/b",
                "https://lpcdn.lpsnmedia.net/a/.%09./b",
                "https://lpcdn.lpsnmedia.net/a/..%00/b",
                "https://lpcdn.lpsnmedia.net/index.html%00",
                "https://lpcdn.lpsnmedia.net/a%0d%0ab",
                "https://lpcdn.lpsnmedia.net/é",
                "https://lpcdn.lpsnmedia.nét/"
            })
    @DisplayName("is nothing that a browser and a server could read differently")
    void refused(String address) {
        assertThat(WindowUri.parse(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WINDOW,
                "https://lpcdn.lpsnmedia.net/le_unified_window/10.22.0/index.html",
                "http://localhost:8000/le_unified_window/index.html",
                "https://lpcdn.lpsnmedia.net",
                "https://lpcdn.lpsnmedia.net/a..b/...",
                "https://lpcdn_lpsnmedia/",
                "https://chat_1.brand.example:8443/x",
                "https://[::1]:8443/x"
            })
    @DisplayName("is any plain web address")
    void accepted(String address) {
        assertThat(parse(address).base()).isEqualTo(address);
        assertThat(URI.create(parse(address).withQuery("code=1")).getHost())
                .isEqualTo(URI.create(address).getHost());
    }

    @ParameterizedTest
    @CsvSource({
        "8.2.0.0-release_1705, true",
        "10.22.0, true",
        "1, true",
        "1.., true",
        "release_1705, false",
        ".8, false",
        "8.2/9, false",
        "8%2E2, false",
        "8;x, false",
        "'', false"
    })
    @DisplayName(
            "is a version of LivePerson's own page with one segment that begins with a digit (L24)")
    void versions(String segment, boolean version) {
        String host = "https://lpcdn.lpsnmedia.net/le_unified_window/";
        String page = segment + "/index.html";

        assertThat(parse(host + page + "?a=b").unversioned().filter(WINDOW::equals).isPresent())
                .isEqualTo(version);
        for (String elsewhere :
                new String[] {
                    "http://lpcdn.lpsnmedia.net/le_unified_window/",
                    "https://lpcdn.lpsnmedia.net:8443/le_unified_window/",
                    "https://lpcdn.lpsnmedia.net.evil.example/le_unified_window/",
                    "https://lpcdn.lpsnmedia.net/other/le_unified_window/",
                    "https://brand.example/le_unified_window/"
                }) {
            assertThat(parse(elsewhere + page).unversioned()).as(elsewhere).isEmpty();
        }
        assertThat(parse(host + page + "/x").unversioned()).isEmpty();
        assertThat(parse(WINDOW).unversioned()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/a/b?c=d, https://evil.example",
        "https://evil.example:8443/a, https://evil.example:8443",
        "http://evil.example, http://evil.example",
        "https://evil.example?a=b/c, https://evil.example"
    })
    @DisplayName("is recorded only by its origin if it isn't the client's")
    void origin(String address, String origin) {
        assertThat(parse(address).origin()).isEqualTo(origin);
    }

    @Test
    @DisplayName("is at most 2,048 characters without its query")
    void length() {
        String page = "https://lpcdn.lpsnmedia.net/";
        String longest = page + "x".repeat(2_048 - page.length());

        assertThat(parse(longest + "?" + "y".repeat(50_000)).base()).isEqualTo(longest);
        assertThat(WindowUri.parse(longest + "x")).isEmpty();
    }

    @Test
    @DisplayName("is parsed in time proportional to its length, however it is nested")
    void linear() {
        long some = cpuNanos(60);
        long tenTimes = cpuNanos(600);

        assertThat(tenTimes)
                .as("ten times as much, where a look at each level would take a hundred times")
                .isLessThan(40 * some);
    }

    /** The least time that this thread takes, whatever else the machine does. */
    private static long cpuNanos(int levels) {
        String nested = "https://w.example/%" + "25".repeat(levels) + "2e";
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 300; i++) {
            long before = threads.getCurrentThreadCpuTime();
            WindowUri.parse(nested);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }
        return best;
    }

    private static WindowUri parse(String address) {
        return WindowUri.parse(address).orElseThrow();
    }
}
