package io.github.keycloakliveperson.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The stock endpoint is asked")
class StockRequestTest {

    @ParameterizedTest
    @CsvSource({
        "scope=, openid",
        "state=s, openid",
        "scope=openid, openid",
        "scope=email, 'openid email'",
        "scope=email++openid, 'email openid'"
    })
    @DisplayName("for the window's scopes and openid, each once (K6)")
    void scopes(String query, String scopes) {
        assertThat(of(query).scopes()).containsExactlyInAnyOrder(scopes.split(" "));
    }

    @Test
    @DisplayName("for nothing, when the scope can't be read")
    void unreadable() {
        assertThat(StockRequest.of(RawQuery.parse("scope=%FF"), AnswerType.CODE)).isEmpty();
    }

    @Test
    @DisplayName("with the window's nonce; with a fresh one where an id_token needs it (K1, L26)")
    void nonce() {
        assertThat(of("nonce=n%20").nonce()).contains("n%20");
        assertThat(of("nonce=").nonce()).isEmpty();
        assertThat(idToken("nonce=n%20")).endsWith("&nonce=n%20");
        assertThat(idToken("nonce=")).endsWith("&nonce=FRESH");
        assertThat(of("nonce=").query("c", "https://r.example", "h", "FRESH"))
                .doesNotContain("nonce");
    }

    private static String idToken(String query) {
        return StockRequest.of(RawQuery.parse(query), AnswerType.ID_TOKEN)
                .map(request -> request.query("c", "https://r.example", "h", "FRESH"))
                .orElseThrow();
    }

    private static StockRequest of(String query) {
        Optional<StockRequest> request = StockRequest.of(RawQuery.parse(query), AnswerType.CODE);
        return request.orElseThrow();
    }
}
