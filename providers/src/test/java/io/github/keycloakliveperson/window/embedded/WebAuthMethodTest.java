package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The real script in a JavaScript engine; the page, its frames and its clock are fakes. */
@DisplayName("The method LivePerson calls")
@Tag("javascript")
class WebAuthMethodTest {

    private static final Map<String, String> CODE = Map.of("clientId", "liveperson");
    private static final Map<String, String> IMPLICIT =
            Map.of("clientId", "liveperson", "flow", "implicit");
    private static final String RETURN =
            "https://sso.example/realms/brand/liveperson/silent-return/liveperson";

    private final FakePage page = new FakePage();

    @AfterEach
    void close() {
        page.close();
    }

    private Object calls() {
        return page.value("page.calls");
    }

    private static List<Object> failed(String reason) {
        return List.of(List.of("", reason));
    }

    @Nested
    @DisplayName("calls back (L32)")
    class Answer {

        @Test
        @DisplayName("with {ssoKey, redirect_uri} in the code flow")
        void code() {
            page.withTag(CODE).run("lpGetAuthenticationToken(page.record)");
            page.run("page.answer(page.frames[0], { code: 'abc' })");

            assertThat(calls())
                    .isEqualTo(List.of(List.of(Map.of("ssoKey", "abc", "redirect_uri", RETURN))));
        }

        @Test
        @DisplayName("with the JWT in the implicit flow, or with a JWE")
        void idToken() {
            page.withTag(IMPLICIT).run("lpGetAuthenticationToken(page.record)");
            page.run("page.answer(page.frames[0], { id_token: 'h.k.i.c.t' })");

            assertThat(calls()).isEqualTo(List.of(List.of("h.k.i.c.t")));
        }

        @ParameterizedTest
        @CsvSource({
            "login_required, true, login_required",
            "login_required, false, third_party_cookies_blocked",
            "interaction_required, true, interaction_required",
            "consent_required, true, interaction_required",
            "account_selection_required, true, interaction_required",
            "server_error, true, server_error",
            "temporarily_unavailable, true, server_error",
            "access_denied, true, access_denied",
            "unauthorized_client, true, misconfigured",
            "invalid_request, false, misconfigured"
        })
        @DisplayName("with a documented reason for every OAuth error")
        void reasons(String error, boolean cookies, String reason) {
            page.withTag(CODE).run("lpGetAuthenticationToken(page.record)");
            page.run(
                    "page.answer(page.frames[0], {error: '%s', cookies: %s})"
                            .formatted(error, cookies));

            assertThat(calls()).isEqualTo(failed(reason));
        }

        @ParameterizedTest
        @CsvSource({"code, id_token", "implicit, code"})
        @DisplayName("with misconfigured if the answer is from the other flow")
        void otherFlow(String flow, String parameter) {
            page.withTag(Map.of("clientId", "liveperson", "flow", flow))
                    .run("lpGetAuthenticationToken(page.record)");
            page.run("page.answer(page.frames[0], {%s: 'x'})".formatted(parameter));

            assertThat(calls()).isEqualTo(failed("misconfigured"));
        }

        @Test
        @DisplayName("after ten seconds at the latest, and then never again")
        void timeout() {
            page.withTag(CODE).run("lpGetAuthenticationToken(page.record); var f = page.frames[0]");

            page.run("page.advance(9999)");
            assertThat(calls()).isEqualTo(List.of());
            page.run("page.advance(1)");
            assertThat(calls()).isEqualTo(failed("timeout"));
            page.run("page.answer(f, { code: 'late' }); page.advance(60000)");
            assertThat(calls()).isEqualTo(failed("timeout"));
        }

        @ParameterizedTest
        @CsvSource({
            "2, 2000",
            "0.5, 500",
            "60, 60000",
            "61, 10000",
            "0, 10000",
            "-1, 10000",
            "soon, 10000"
        })
        @DisplayName("after data-timeout seconds, if that is a sensible number")
        void ownTimeout(String seconds, int milliseconds) {
            page.withTag(Map.of("clientId", "liveperson", "timeout", seconds))
                    .run("lpGetAuthenticationToken(page.record)");

            page.run("page.advance(" + (milliseconds - 1) + ")");
            assertThat(calls()).isEqualTo(List.of());
            page.run("page.advance(1)");
            assertThat(calls()).isEqualTo(failed("timeout"));
        }

        @Test
        @DisplayName("with misconfigured if a page loaded but never reported")
        void errorPage() {
            page.withTag(CODE).run("lpGetAuthenticationToken(page.record)");
            page.run("page.frames[0].load(); page.advance(10000)");

            assertThat(calls()).isEqualTo(failed("misconfigured"));
        }

        @ParameterizedTest
        @CsvSource({"'', code", "liveperson, token"})
        @DisplayName(
                "with misconfigured at once if the tag itself is wrong, and says so in the console")
        void wrongTag(String clientId, String flow) {
            page.withTag(Map.of("clientId", clientId, "flow", flow))
                    .run("lpGetAuthenticationToken(page.record)");

            assertThat(calls()).isEqualTo(failed("misconfigured"));
            assertThat(page.value("page.frames.length")).isEqualTo(0);
            assertThat(page.value("page.console[0]"))
                    .asString()
                    .contains("error", "data-client-id");
        }

        @Test
        @DisplayName("once, even if the callback throws, and cleans up")
        void throwingCallback() {
            page.withTag(Map.of("clientId", "liveperson", "identity", "off"))
                    .run(
                            "lpGetAuthenticationToken((...a) => { page.calls.push(a); throw new Error('theirs'); })");
            page.run("var f = page.frames[0]; page.answer(f, { code: 'abc' })");
            page.run("page.answer(f, { code: 'abc' }); page.advance(60000)");

            assertThat(page.value("page.calls.length")).isEqualTo(1);
            assertThat(
                            page.value(
                                    "[page.frames.length, page.listeners.length, page.timers.length]"))
                    .isEqualTo(List.of(0, 0, 0));
        }
    }

    @Nested
    @DisplayName("does not mix calls up (L33)")
    class Concurrency {

        @Test
        @DisplayName("ten at once, answered in reverse order, each get their own code")
        void tenAtOnce() {
            page.withTag(CODE)
                    .run(
                            "for (let i = 0; i < 10; i++) lpGetAuthenticationToken((a) => page.record(i, a.ssoKey))");
            page.run(
                    "[...page.frames].reverse().forEach((f, i) => page.answer(f, { code: 'c' + (9 - i) }))");

            assertThat(page.value("page.calls.sort((a, b) => a[0] - b[0]).map((c) => c.join())"))
                    .isEqualTo(
                            List.of(
                                    "0,c0", "1,c1", "2,c2", "3,c3", "4,c4", "5,c5", "6,c6", "7,c7",
                                    "8,c8", "9,c9"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{origin: 'https://evil.example'}",
                    "{source: {}}",
                    "{source: page.frames[1].contentWindow}",
                    "{state: page.query(page.frames[1].src).state}",
                    "{state: 'guess'}"
                })
        @DisplayName("a message of another origin, frame or state is ignored")
        void foreign(String how) {
            page.withTag(CODE)
                    .run(
                            "lpGetAuthenticationToken((a) => page.record(0)); lpGetAuthenticationToken((a) => page.record(1))");
            page.run("page.answer(page.frames[0], {code: 'abc'}, " + how + ")");
            assertThat(calls()).isEqualTo(List.of());

            page.run("page.answer(page.frames[0], {code: 'abc'})");
            assertThat(calls()).isEqualTo(List.of(List.of(0)));
        }

        @Test
        @DisplayName("a message that is not an answer is ignored")
        void noAnswer() {
            page.withTag(CODE).run("lpGetAuthenticationToken(page.record)");
            page.run(
                    "for (const data of [null, 'x', 7, {}, {type: 'other'}])"
                            + " page.deliver({origin: 'https://sso.example', source: page.frames[0].contentWindow, data})");

            assertThat(calls()).isEqualTo(List.of());
        }
    }
}
