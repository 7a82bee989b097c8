package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script offers to the brand's own pages; the page and its clock are fakes. */
@DisplayName("LivePersonWebAuth")
@Tag("javascript")
class LivePersonWebAuthTest {

    private static final Map<String, String> TAG = Map.of("clientId", "liveperson");

    private final FakePage page = new FakePage();

    @AfterEach
    void close() {
        page.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'{status: 200, body: {}}', true, ''",
        "{status: 403}, false, misconfigured",
        "{status: 503}, false, server_error",
        "{broken: true}, false, misconfigured",
        "{silent: true}, false, timeout"
    })
    @DisplayName("status() says whether the consumer is signed in, and if not, why")
    void status(String answer, boolean signedIn, String reason) {
        page.withTag(TAG)
                .run("page.identity = " + answer)
                .run("LivePersonWebAuth.status().then(page.record)")
                .run("page.advance(10000)");

        assertThat(page.value("page.calls"))
                .isEqualTo(List.of(List.of(Map.of("signedIn", signedIn, "reason", reason))));
    }

    @ParameterizedTest
    @CsvSource({"true, login_required", "false, third_party_cookies_blocked"})
    @DisplayName(
            "status() asks a Keycloak frame whether the browser blocks cookies, "
                    + "without a sign-in")
    void whyNobody(boolean cookies, String reason) {
        page.withTag(TAG).run("LivePersonWebAuth.status().then(page.record)");
        String silentReturn =
                "https://sso.example/realms/brand/liveperson/silent-return/liveperson";
        assertThat(page.value("page.frames[0].src.split('?')[0]")).isEqualTo(silentReturn);
        assertThat(page.value("page.query(page.frames[0].src).error")).isEqualTo("login_required");
        page.run(
                "page.answer(page.frames[0], {error: 'login_required', cookies: %s})"
                        .formatted(cookies));

        assertThat(page.value("page.calls"))
                .isEqualTo(List.of(List.of(Map.of("signedIn", false, "reason", reason))));
        assertThat(page.value("page.frames.length")).isEqualTo(0);
    }

    @Test
    @DisplayName("status() says so if even that frame doesn't answer")
    void noFrame() {
        page.withTag(TAG).run("LivePersonWebAuth.status().then(page.record)");
        page.run("page.advance(10000)");

        assertThat(page.value("page.calls[0][0].reason")).isEqualTo("timeout");
    }

    @Test
    @DisplayName("signIn() navigates to the sign-in, returns to this page, and asks for no code")
    void signIn() {
        page.withTag(TAG).run("LivePersonWebAuth.signIn()");

        assertThat(page.value("page.navigations.length")).isEqualTo(1);
        assertThat(page.value("page.query(page.navigations[0])"))
                .asInstanceOf(MAP)
                .containsEntry("response_type", "none")
                .containsEntry("state", "page:https://www.brand.example/account?tab=1#top")
                .containsEntry("code_challenge_method", "S256")
                .doesNotContainKeys("prompt", "nonce")
                .hasEntrySatisfying(
                        "code_challenge", c -> assertThat(c).asString().matches("[0-9a-f]{43}"));
    }

    @Test
    @DisplayName("signIn() asks an implicit client for an id_token with a nonce (K1)")
    void implicitSignIn() {
        page.withTag(Map.of("clientId", "liveperson", "flow", "implicit"))
                .run("LivePersonWebAuth.signIn()");

        assertThat(page.value("page.query(page.navigations[0])"))
                .asInstanceOf(MAP)
                .containsEntry("response_type", "id_token")
                .containsKeys("nonce", "state")
                .doesNotContainKeys("prompt", "code_challenge");
    }

    @Test
    @DisplayName("signIn(page) returns to that page, without its query if it is too long (K8)")
    void signInToPage() {
        page.withTag(TAG)
                .run("LivePersonWebAuth.signIn('/chat')")
                .run("LivePersonWebAuth.signIn('/chat?q=' + 'x'.repeat(900))");

        assertThat(page.value("page.navigations.map((n) => page.query(n).state)"))
                .isEqualTo(
                        List.of(
                                "page:https://www.brand.example/chat",
                                "page:https://www.brand.example/chat"));
    }
}
