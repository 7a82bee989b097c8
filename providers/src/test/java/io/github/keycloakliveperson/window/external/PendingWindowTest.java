package io.github.keycloakliveperson.window.external;

import static io.github.keycloakliveperson.window.external.AskingWindow.WINDOW;
import static io.github.keycloakliveperson.window.external.AskingWindow.config;
import static io.github.keycloakliveperson.window.external.AskingWindow.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the single-use store holds between request and answer. */
@DisplayName("A waiting window is stored and answered")
class PendingWindowTest {

    private static final String OWN_QUERY = "?lpUnifiedWindowConfig=%7B%7D";

    @ParameterizedTest
    @CsvSource({
        "response_type=code&state=%7b+, '', ?code=a%2Bb&state=%7b+",
        "response_type=code, '', ?code=a%2Bb",
        "response_type=code&state=, '', ?code=a%2Bb&state=",
        "response_type=id_token&state=s, '', #id_token=a%2Bb&state=s",
        "response_type=code, ?lpUnifiedWindowConfig=x&code=1, "
                + "?lpUnifiedWindowConfig=x&code=a%2Bb",
        "response_type=token, ?lpUnifiedWindowConfig=x, ?lpUnifiedWindowConfig=x&token=a%2Bb"
    })
    @DisplayName("in its dialect (L27, L30)")
    void answers(String query, String ownQuery, String answer) {
        PendingWindow kept = kept(query, WINDOW + ownQuery);

        assertThat(kept.request().answer(config(), "a+b")).isEqualTo(WINDOW + answer);
    }

    @Test
    @DisplayName("in the query if the mapper says so")
    void implicitInTheQuery() {
        WindowMapperConfig query = WindowMapperConfig.from(Map.of("response.location", "query"));

        assertThat(kept("response_type=id_token&state=s", WINDOW).request().answer(query, "t"))
                .isEqualTo(WINDOW + "?id_token=t&state=s");
    }

    @Test
    @DisplayName("with a code for the redirect URI that LivePerson will send (L21)")
    void tokenRedirectUri() {
        assertThat(
                        kept("response_type=code&state=s", WINDOW + "?code=stale")
                                .request()
                                .tokenRedirectUri(config()))
                .isEqualTo(WINDOW + "?code=stale");
        assertThat(
                        kept("response_type=code", WINDOW + OWN_QUERY)
                                .request()
                                .tokenRedirectUri(config()))
                .isEqualTo("https://liveperson.net");
    }

    @Test
    @DisplayName("at its own address, with a code if it asked for one")
    void itself() {
        PendingWindow code = kept("response_type=code&state=s", WINDOW + OWN_QUERY);

        assertThat(code.request().window()).isEqualTo(code.request().window());
        assertThat(code.request().window().original()).isEqualTo(WINDOW + OWN_QUERY);
        assertThat(code.request().wantsCode()).isTrue();
        assertThat(kept("response_type=id_token", WINDOW).request().wantsCode()).isFalse();
    }

    @Test
    @DisplayName("with an error too, and its state")
    void refused() {
        assertThat(
                        kept("response_type=code&state=s", WINDOW)
                                .request()
                                .answer(config(), OAuthError.of("access_denied", "No.")))
                .startsWith(WINDOW + "?error=access_denied&")
                .endsWith("&state=s");
    }

    @Test
    @DisplayName("with Keycloak's error, if there is one")
    void errors() {
        PendingWindow kept = kept("response_type=code&state=s", WINDOW);
        Map<String, String> good = Map.of("error", "access_denied", "error_description", "No.");
        Map<String, String> odd = Map.of("error", "forged_x", "error_description", "x");

        assertThat(failure(kept, good)).isEqualTo(OAuthError.of("access_denied", "No."));
        assertThat(failure(kept, odd).code()).isEqualTo("server_error");
        assertThat(failure(kept, Map.of()).code()).isEqualTo("server_error");
        assertThat(failure(kept, Map.of("id_token", "t")).code()).isEqualTo("server_error");
        assertThat(failure(kept, Map.of("code", "a b")).code()).isEqualTo("server_error");
        assertThat(kept.request().read(Map.of("code", "c.d")))
                .isEqualTo(new StockAnswer.Success("c.d"));
    }

    private OAuthError failure(PendingWindow kept, Map<String, String> answer) {
        return ((StockAnswer.Failure) kept.request().read(answer)).error();
    }

    @Test
    @DisplayName("in four plain entries, no longer than the request, and not by another version")
    void entries() {
        Map<String, String> entry =
                signIn("response_type=code&nonce=n&state=%7b+", WINDOW + OWN_QUERY)
                        .pending()
                        .toEntry();

        assertThat(entry)
                .hasSize(4)
                .containsEntry("client", "uuid")
                .containsEntry("address", WINDOW + OWN_QUERY)
                .containsEntry("state", "%7b+");
        assertThat(entry.get("asked")).matches("RFC CODE [A-Za-z0-9_-]{22}");
        assertThat(signIn("response_type=token", WINDOW).pending().toEntry()).hasSize(3);
    }

    private PendingWindow kept(String query, String window) {
        PendingWindow pending = signIn(query, window).pending();
        PendingWindow back = PendingWindow.fromEntry(pending.toEntry()).orElseThrow();
        assertThat(back).isEqualTo(pending);
        assertThat(back.clientUuid()).isEqualTo("uuid");
        assertThat(PendingWindow.fromEntry(null)).isEmpty();
        return back;
    }
}
