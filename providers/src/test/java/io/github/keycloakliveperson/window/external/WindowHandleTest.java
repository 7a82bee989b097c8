package io.github.keycloakliveperson.window.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A waiting window's handle")
class WindowHandleTest {

    private static final String PATH = "/realms/brand/liveperson";

    @Test
    @DisplayName("can't be guessed")
    void random() {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            WindowHandle handle = WindowHandle.create();
            words.add(handle.handle());
            words.add(handle.secret());
            assertThat(handle.handle()).matches("[A-Za-z0-9_-]{22}");
        }
        assertThat(words).hasSize(2_000);
    }

    @Test
    @DisplayName("is found again only in its own browser")
    void found() {
        WindowHandle handle = WindowHandle.create();
        Map<String, String> cookies = Map.of(handle.cookieName(), handle.secret());

        assertThat(WindowHandle.of(handle.handle(), cookies::get)).contains(handle);
        assertThat(WindowHandle.of(handle.handle(), Map.<String, String>of()::get)).isEmpty();
        assertThat(WindowHandle.of(WindowHandle.randomWord(), cookies::get)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "é"})
    @DisplayName("has no other form")
    void malformed(String word) {
        assertThat(WindowHandle.of(word, name -> "A".repeat(22))).isEmpty();
        assertThat(WindowHandle.of("A".repeat(22), name -> word)).isEmpty();
    }

    @Test
    @DisplayName("leads to an entry with its secret, in its realm, and to none otherwise")
    void storeKey() {
        WindowHandle handle = new WindowHandle("A".repeat(22), "B".repeat(22));

        assertThat(handle.storeKey("realm"))
                .as("the first half of SHA-256, as any other program computes it")
                .isEqualTo("liveperson-waiting-window:e2_aUSxDpLCJ8j9rFlmNag")
                .isEqualTo(new WindowHandle("A".repeat(22), "B".repeat(22)).storeKey("realm"))
                .isNotEqualTo(handle.storeKey("other"))
                .isNotEqualTo(new WindowHandle("A".repeat(22), "C".repeat(22)).storeKey("realm"))
                .isNotEqualTo(new WindowHandle("C".repeat(22), "B".repeat(22)).storeKey("realm"))
                .doesNotContain("A".repeat(22), "B".repeat(22));
        assertThat(handle).hasToString("window handle");
    }

    @Nested
    @DisplayName("has a cookie")
    class Cookies {

        @Test
        @DisplayName("only for top-level navigation in this browser")
        void attributes() {
            WindowHandle handle = new WindowHandle("A".repeat(22), "B".repeat(22));

            assertThat(cookies(List.of(), true).add(handle, 1800))
                    .containsExactly(
                            "LIVEPERSON_WINDOW_"
                                    + "A".repeat(22)
                                    + "="
                                    + "B".repeat(22)
                                    + "; Path="
                                    + PATH
                                    + "; Max-Age=1800; HttpOnly; SameSite=Lax; Secure");
            assertThat(cookies(List.of(), false).remove(handle))
                    .endsWith("=; Path=" + PATH + "; Max-Age=0; HttpOnly; SameSite=Lax");
        }

        @Test
        @DisplayName("that is found among others, in several headers, and in quotes")
        void parse() {
            WindowCookies cookies =
                    cookies(
                            List.of(
                                    "KC=1; " + name('a') + "=x;" + name('b') + "=\"y\"; odd",
                                    "$Version=1; " + name('c') + "=z; " + name('a') + "=late"),
                            false);

            assertThat(cookies.values())
                    .containsExactly(
                            Map.entry(name('a'), "x"),
                            Map.entry(name('b'), "y"),
                            Map.entry(name('c'), "z"));
        }

        @Test
        @DisplayName("and the oldest are dropped if there are too many, some at a time")
        void oldest() {
            assertThat(addedTo(11)).hasSize(1);
            assertThat(addedTo(12)).hasSize(2);
            assertThat(addedTo(2_000)).hasSize(5);
            assertThat(addedTo(20).subList(0, 4))
                    .allMatch(header -> header.contains("=; ") && header.contains("Max-Age=0"))
                    .first()
                    .asString()
                    .startsWith("LIVEPERSON_WINDOW_" + "0".repeat(22) + "=");
        }

        @Test
        @DisplayName("with a name that can't be invented")
        void invented() {
            List<String> invented =
                    IntStream.range(0, 100).mapToObj(i -> "LIVEPERSON_WINDOW_" + i + "=x").toList();

            assertThat(cookies(invented, false).values()).isEmpty();
            assertThat(cookies(invented, false).add(WindowHandle.create(), 60)).hasSize(1);
        }

        private List<String> addedTo(int waiting) {
            return cookies(
                            IntStream.range(0, waiting)
                                    .mapToObj("LIVEPERSON_WINDOW_%022d=x"::formatted)
                                    .toList(),
                            false)
                    .add(WindowHandle.create(), 60);
        }

        private static String name(char c) {
            return "LIVEPERSON_WINDOW_" + Character.toString(c).repeat(22);
        }

        private WindowCookies cookies(List<String> headers, boolean secure) {
            return WindowCookies.parse(headers, PATH, secure);
        }
    }

    @Nested
    @DisplayName("and a query that Keycloak's filter would refuse")
    class Wrapped {

        @ParameterizedTest
        @ValueSource(strings = {"state=%00", "a=1&state=x%1b%0Cy&b=2", "state=%1F;+"})
        @DisplayName("is wrapped if the control characters are in the state")
        void wrapped(String query) {
            String wrapped = ControlCharacterEnvelope.wrap(query).orElseThrow();

            assertThat(wrapped).matches("liveperson_query=[A-Za-z0-9_-]+");
            assertThat(ControlCharacterEnvelope.unwrap(wrapped)).isEqualTo(query);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "state=x",
                    "state=%0A%0D%09%20%7F",
                    "client_id=%00&state=x",
                    "client_id=%00&state=%00",
                    "%00=x",
                    ""
                })
        @DisplayName("is passed on to Keycloak otherwise")
        void untouched(String query) {
            assertThat(ControlCharacterEnvelope.wrap(query)).isEmpty();
            assertThat(ControlCharacterEnvelope.unwrap(query)).isEqualTo(query);
        }

        @Test
        @DisplayName("can't be wrapped by somebody else to bypass Keycloak")
        void forged() {
            String forged =
                    "liveperson_query="
                            + java.util.Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(
                                            "client_id=%1B&state=x"
                                                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(ControlCharacterEnvelope.unwrap(forged)).isEqualTo(forged);
            assertThat(ControlCharacterEnvelope.unwrap("liveperson_query=!"))
                    .isEqualTo("liveperson_query=!");
            assertThat(ControlCharacterEnvelope.unwrap(null)).isNull();
            assertThat(ControlCharacterEnvelope.wrap(null)).isEmpty();
        }
    }
}
