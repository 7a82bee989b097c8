package io.github.keycloakliveperson.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An error that came through the browser")
class OAuthErrorTest {

    @Test
    @DisplayName("goes on as it came, in the characters of RFC 6749 4.1.2.1")
    void relayed() {
        OAuthError error = OAuthError.relayed("access_denied", "From ' ' to '~'.");

        assertThat(error.code()).isEqualTo("access_denied");
        assertThat(error.description()).contains("From ' ' to '~'.");
        assertThat(OAuthError.relayed("x", null).description()).isEmpty();
    }

    @Test
    @DisplayName("has a name of at most 64 characters, and a description of at most 512")
    void lengths() {
        assertThat(OAuthError.relayed("x".repeat(64), "d".repeat(512)))
                .isEqualTo(OAuthError.of("x".repeat(64), "d".repeat(512)));
        assertThat(OAuthError.relayed("x".repeat(65), null).code()).isEqualTo("server_error");
        assertThat(OAuthError.relayed("x", "d".repeat(513)).description()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u001f", "a\u007f", "a\"", "a\\", "\u00e9", "a\r\nb"})
    @DisplayName("is one of ours when its name isn't one")
    void nameless(String code) {
        assertThat(OAuthError.relayed(code, "why"))
                .isEqualTo(
                        OAuthError.of(
                                "server_error",
                                "The sign-in ended with an error that has no name."));
        assertThat(OAuthError.relayed("x", code).description()).isEmpty();
    }
}
