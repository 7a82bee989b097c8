package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The silent return page")
class SilentReturnPageTest {

    private static final AllowedOrigins BRAND =
            AllowedOrigins.of(Stream.of("https://www.brand.example", "https://brand.example"));
    private static final AllowedOrigins NOBODY = AllowedOrigins.of(Stream.of("*", "+"));

    @Test
    @DisplayName("may be framed by the client's origins, or by nobody if there are none")
    void frameAncestors() {
        assertThat(SilentReturnPage.contentSecurityPolicy(BRAND))
                .endsWith("; frame-ancestors https://brand.example https://www.brand.example");
        assertThat(SilentReturnPage.contentSecurityPolicy(NOBODY))
                .endsWith("; frame-ancestors 'none'");
    }

    @Test
    @DisplayName("runs only its own script, by its hash")
    void hash() throws Exception {
        String html = SilentReturnPage.html(BRAND, "cross-site");
        String script = html.substring(html.indexOf("e\">(") + 3, html.indexOf("</script>"));
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(script.getBytes(StandardCharsets.UTF_8));

        assertThat(SilentReturnPage.contentSecurityPolicy(BRAND))
                .startsWith("default-src 'none'; script-src 'sha256-" + base64(digest) + "'; ")
                .doesNotContain("unsafe");
        assertThat(html).containsOnlyOnce("<script").doesNotContain("${");
    }

    @ParameterizedTest
    @CsvSource({
        "same-site, true",
        "same-origin, true",
        "cross-site, false",
        "none, false",
        ", false"
    })
    @DisplayName("knows from Sec-Fetch-Site whether it is framed on its own site")
    void site(String header, boolean sameSite) {
        assertThat(SilentReturnPage.html(BRAND, header))
                .contains(" data-same-site=\"" + sameSite + "\">");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The page's real script in a JavaScript engine; window, parent and address are fakes. */
    @Nested
    @DisplayName("has a script")
    @Tag("javascript")
    class Script {

        private final FakePage page = new FakePage();

        @AfterEach
        void close() {
            page.close();
        }

        private void framed(String address, AllowedOrigins origins) {
            page.run("window.parent = { postMessage: (m, o) => page.posted.push([m, o]) }");
            load(address, origins);
        }

        private void load(String address, AllowedOrigins origins) {
            page.run(
                    """
                    location.pathname = '/r/x/liveperson/silent-return/c';
                    location.search = /\\?[^#]*/.exec('%1$s')?.[0] ?? '';
                    location.hash = /#.*/.exec('%1$s')?.[0] ?? '';
                    page.tag('', { origins: '%2$s', sameSite: page.sameSite });
                    """
                            .formatted(address, origins.spaceSeparated()));
            page.run(Resource.named("silent-return.js").text());
        }

        private Object posted() {
            return page.value("page.posted");
        }

        private static List<Object> message(Map<String, Object> fields, String origin) {
            Map<String, Object> message = new java.util.HashMap<>(fields);
            message.put("type", "liveperson-web-auth");
            message.putIfAbsent("cookies", true);
            return List.of(message, origin);
        }

        @ParameterizedTest
        @CsvSource({"?state=s1&code=c%2B1&session_state=x", "#state=s1&code=c%2B1&iss=y"})
        @DisplayName("that posts an answer from query or fragment to each allowed origin by name")
        void posts(String address) {
            framed(address, BRAND);

            Map<String, Object> fields = Map.of("state", "s1", "code", "c+1");
            assertThat(posted())
                    .isEqualTo(
                            List.of(
                                    message(fields, "https://brand.example"),
                                    message(fields, "https://www.brand.example")));
        }

        @Test
        @DisplayName("that posts only to the parent's origin if the browser reveals it")
        void ancestorOrigins() {
            page.run("location.ancestorOrigins = ['https://www.brand.example']");
            framed("#state=s1&id_token=a.b.c", BRAND);

            Map<String, Object> fields = Map.of("state", "s1", "id_token", "a.b.c");
            assertThat(posted()).isEqualTo(List.of(message(fields, "https://www.brand.example")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"['null']", "['']", "[]", "['https://evil.example']", "null"})
        @DisplayName("that posts to every allowed origin by name if the browser masks the parent's")
        void maskedAncestor(String told) {
            page.run("location.ancestorOrigins = " + told);
            framed("?state=s1&code=c1", BRAND);

            assertThat(page.value("page.posted.map((p) => p[1])"))
                    .isEqualTo(List.of("https://brand.example", "https://www.brand.example"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"['null']", "['https://evil.example']", "undefined"})
        @DisplayName("that posts nothing without origins")
        void foreign(String told) {
            page.run("location.ancestorOrigins = " + told);
            framed("?state=s1&code=c1", NOBODY);

            assertThat(posted()).isEqualTo(List.of());
        }

        @Test
        @DisplayName("that posts the answer even if the browser forbids further history changes")
        void historyRefused() {
            page.run("page.historyRefused = true");
            framed("?state=s1&code=c1", BRAND);

            assertThat(page.value("page.posted.length")).isEqualTo(2);
        }

        @Test
        @DisplayName("that removes the answer from the address before anything else")
        void history() {
            framed("?state=s1&code=c1", BRAND);

            assertThat(page.value("page.history"))
                    .isEqualTo(List.of("/r/x/liveperson/silent-return/c"));
        }

        @ParameterizedTest
        @CsvSource({"true, true", "false, false"})
        @DisplayName(
                "that distinguishes a blocked cookie from a missing sign-in with the "
                        + "storage access API")
        void storageAccess(boolean access, boolean cookies) {
            page.run("document.hasStorageAccess = () => Promise.resolve(" + access + ")");
            framed(
                    "?state=s1&error=login_required",
                    AllowedOrigins.of(Stream.of("https://a.example")));

            assertThat(posted())
                    .isEqualTo(
                            List.of(
                                    message(
                                            Map.of(
                                                    "state",
                                                    "s1",
                                                    "error",
                                                    "login_required",
                                                    "cookies",
                                                    cookies),
                                            "https://a.example")));
        }

        @ParameterizedTest
        @CsvSource({"true, true", "false, false"})
        @DisplayName(
                "that ignores a storage access API that says no on the same site, as "
                        + "WebKit's does, if cookies are on")
        void sameSite(boolean cookieEnabled, boolean cookies) {
            page.run("page.sameSite = 'true'; navigator.cookieEnabled = " + cookieEnabled);
            page.run("document.hasStorageAccess = () => Promise.resolve(false)");
            framed("?state=s1&error=login_required", BRAND);

            assertThat(page.value("page.posted[0][0].cookies")).isEqualTo(cookies);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "document.hasStorageAccess = () => Promise.reject(new Error('no'))",
                    "document.hasStorageAccess = undefined",
                    "window.isSecureContext = false; document.hasStorageAccess = () => Promise.resolve(false)"
                })
        @DisplayName("that doesn't blame cookies if the browser can't tell")
        void unknown(String browser) {
            page.run(browser);
            framed("?state=s1&error=login_required", BRAND);

            assertThat(page.value("page.posted.map((p) => p[0].cookies)"))
                    .isEqualTo(List.of(true, true));
        }

        @Test
        @DisplayName("that uses cookieEnabled if there is no storage access API")
        void cookieEnabled() {
            page.run("navigator.cookieEnabled = false");
            framed("?state=s1&error=login_required", BRAND);

            assertThat(page.value("page.posted[0][0].cookies")).isEqualTo(false);
        }

        @Test
        @DisplayName("that returns to the brand's page after a sign-in in the whole window")
        void topLevel() {
            load("?state=page%3Ahttps%3A%2F%2Fbrand.example%2Fchat%3Fa%3D1", BRAND);

            assertThat(page.value("page.navigations"))
                    .isEqualTo(List.of("https://brand.example/chat?a=1"));
            assertThat(posted()).isEqualTo(List.of());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https%3A%2F%2Fbrand.example%2Fchat",
                    "page%3Ahttps%3A%2F%2Fevil.example%2F",
                    "page%3Ahttps%3A%2F%2Fbrand.example.evil.example%2F",
                    "page%3Ahttps%3A%2F%2Fbrand.example%40evil.example%2F",
                    "page%3Ahttps%3A%2F%2Fbrand.example%3A444%2F",
                    "page%3Ablob%3Ahttps%3A%2F%2Fbrand.example%2Fx",
                    "page%3Ajavascript%3Aalert(1)",
                    "page%3A%2F%2Fbrand.example%2F",
                    "page%3A",
                    ""
                })
        @DisplayName("that never navigates to any other page")
        void openRedirect(String state) {
            load("?state=" + state + "&code=c1", BRAND);

            assertThat(page.value("page.navigations")).isEqualTo(List.of());
        }
    }
}
