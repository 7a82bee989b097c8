package io.github.keycloakliveperson.window.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.window.address.RawQuery;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The stock endpoint gets a request")
class StockRequestTest {

    @ParameterizedTest
    @CsvSource({
        "scope=, openid",
        "state=s, openid",
        "scope=openid, openid",
        "scope=email, 'openid email'",
        "scope=email++openid+email, 'openid email'",
        "scope=x:+organization:acme+phone+email, 'openid email'"
    })
    @DisplayName("for openid and those of the window's scopes that the client has, each once (K12)")
    void scopes(String query, String scopes) {
        assertThat(of(query).scopes()).containsExactlyInAnyOrder(scopes.split(" "));
        assertThat(asked(of(query))).containsEntry("scope", scopes);
    }

    @Test
    @DisplayName("with the window's nonce, or a new one if an id_token needs it (K1, L26)")
    void nonce() {
        assertThat(asked(of("nonce=n%20"))).containsEntry("nonce", "n ");
        assertThat(asked(of("nonce="))).doesNotContainKeys("nonce", "response_mode");
        assertThat(asked(idToken("nonce=n%20")))
                .containsEntry("nonce", "n ")
                .containsEntry("response_mode", "form_post");
        assertThat(asked(idToken("nonce="))).containsEntry("nonce", "FRESH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login_hint=bob;kc_action=UPDATE_PASSWORD",
                "login_hint=bob%26request=x%3Bprompt=none",
                "login_hint=bob&kc_action=UPDATE_PASSWORD&kc_locale=de&token=t&auth_session_id=a",
                "login_hint=bob&claims=x&response_mode=query&redirect_uri=https://evil.example"
            })
    @DisplayName("without anything that hides inside or next to another value (K7)")
    void passengers(String query) {
        assertThat(asked(of(query)).keySet())
                .containsExactlyInAnyOrder(
                        "login_hint",
                        "scope",
                        "client_id",
                        "redirect_uri",
                        "response_type",
                        "state");
        assertThat(asked(of(query)).get("login_hint")).startsWith("bob");
        assertThat(asked(of(query))).containsEntry("redirect_uri", "https://r.example");
    }

    @Test
    @DisplayName("with what binds its code: another nonce or challenge gives another binding")
    void binding() {
        CodeBinding bound =
                binding("nonce=n&code_challenge=c&code_challenge_method=S256&login_hint=bob");

        assertThat(bound)
                .isEqualTo(binding("code_challenge_method=S256&nonce=n&code_challenge=c"))
                .isEqualTo(
                        CodeBinding.of(
                                Map.of(
                                        "nonce", "n",
                                        "code_challenge", "c",
                                        "code_challenge_method", "S256",
                                        "redirectUri", "another name of Keycloak's")))
                .isNotEqualTo(binding("nonce=n&code_challenge=c"))
                .isNotEqualTo(binding("nonce=n"))
                .isNotEqualTo(binding("nonce=nc&code_challenge_method=S256"));
        assertThat(binding("nonce=")).isEqualTo(binding("")).isEqualTo(CodeBinding.of(Map.of()));
        assertThat(bound.digest()).matches("[A-Za-z0-9_-]{22}");
    }

    private static CodeBinding binding(String query) {
        return CodeBinding.of(of(query).parameters());
    }

    private static Map<String, String> asked(StockRequest request) {
        return request.asked("c", "https://r.example", "h", "FRESH");
    }

    private static StockRequest idToken(String query) {
        return StockRequest.of(RawQuery.parse(query), AnswerType.ID_TOKEN, "email"::equals);
    }

    private static StockRequest of(String query) {
        return StockRequest.of(RawQuery.parse(query), AnswerType.CODE, "email"::equals);
    }
}
