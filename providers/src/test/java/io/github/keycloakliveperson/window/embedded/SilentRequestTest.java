package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame that a call of the method opens; the page is a fake. */
@DisplayName("The method asks the stock endpoint silently (K21)")
@Tag("javascript")
class SilentRequestTest {

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

    @SuppressWarnings("unchecked") // a query is a JSON object of strings
    private Map<String, String> request(int frame) {
        return (Map<String, String>) page.value("page.query(page.frames[" + frame + "].src)");
    }

    @Test
    @DisplayName("for a code, without PKCE (L31)")
    void code() {
        page.withTag(CODE).run("lpGetAuthenticationToken(page.record)");

        assertThat(page.value("page.frames[0].src.split('?')[0]"))
                .isEqualTo("https://sso.example/realms/brand/liveperson/silent-sign-in");
        assertThat(request(0))
                .containsEntry("client_id", "liveperson")
                .containsEntry("redirect_uri", RETURN)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("prompt", "none")
                .containsOnlyKeys(
                        "client_id", "redirect_uri", "response_type", "scope", "prompt", "state");
        assertThat(request(0).get("state")).matches("[0-9a-f]{32}");
    }

    @Test
    @DisplayName("with the challenge of this call (L33)")
    void pkce() {
        page.withTag(CODE).run("lpGetAuthenticationToken(page.record, 'c-1')");
        page.run("lpGetAuthenticationToken(page.record, 'c-2')");

        assertThat(request(0))
                .containsEntry("code_challenge", "c-1")
                .containsEntry("code_challenge_method", "S256");
        assertThat(request(1)).containsEntry("code_challenge", "c-2");
    }

    @Test
    @DisplayName("for an id_token with its own nonce (K1)")
    void implicit() {
        page.withTag(IMPLICIT)
                .run(
                        "lpGetAuthenticationToken(page.record); lpGetAuthenticationToken(page.record)");

        assertThat(request(0)).containsEntry("response_type", "id_token").containsKey("nonce");
        assertThat(request(0).get("nonce")).isNotEqualTo(request(0).get("state"));
        assertThat(request(1).get("nonce")).isNotEqualTo(request(0).get("nonce"));
    }

    @Test
    @DisplayName("in a hidden frame that can't navigate the page and sends no referrer")
    void frame() {
        page.withTag(CODE).run("lpGetAuthenticationToken(page.record)");

        assertThat(page.value("page.frames[0].style.display")).isEqualTo("none");
        assertThat(page.value("page.frames[0].attributes"))
                .isEqualTo(
                        Map.of(
                                "sandbox",
                                "allow-scripts allow-same-origin allow-forms"
                                        // Firefox: cookies that it grants after a sign-in
                                        + " allow-storage-access-by-user-activation",
                                "referrerpolicy",
                                "no-referrer",
                                "aria-hidden",
                                "true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sso.example/auth/realms/brand/liveperson/web-auth.js",
                "https://sso.example/auth/realms/brand/liveperson/web-auth-0123456789ab.js",
                "https://sso.example/auth/realms/brand/liveperson/web-auth.js?from=https://x/y#z"
            })
    @DisplayName("at the realm in the tag's own address")
    void realm(String src) {
        page.withTag(src, Map.of("clientId", "https://brand/a b"))
                .run("lpGetAuthenticationToken(page.record)");

        assertThat(request(0))
                .containsEntry("client_id", "https://brand/a b")
                .containsEntry(
                        "redirect_uri",
                        "https://sso.example/auth/realms/brand/liveperson/silent-return/"
                                + "https%3A%2F%2Fbrand%2Fa%20b");
    }
}
