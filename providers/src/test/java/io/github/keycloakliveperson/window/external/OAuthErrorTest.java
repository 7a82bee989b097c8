package io.github.keycloakliveperson.window.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An error that came through the browser")
class OAuthErrorTest {

    @Test
    @DisplayName("is passed on unchanged, in the characters of RFC 6749 4.1.2.1")
    void relayed() {
        OAuthError error = OAuthError.relayed("access_denied", "From ' ' to '~'.");

        assertThat(error.code()).isEqualTo("access_denied");
        assertThat(error.description()).contains("From ' ' to '~'.");
        assertThat(OAuthError.relayed("login_required", null).description()).isEmpty();
    }

    @Test
    @DisplayName("has a description of at most 512 characters")
    void lengths() {
        assertThat(OAuthError.relayed("access_denied", "d".repeat(512)))
                .isEqualTo(OAuthError.of("access_denied", "d".repeat(512)));
        assertThat(OAuthError.relayed("access_denied", "d".repeat(513)).description()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forged_x", "Access_denied", "access_denied ", "a\r\nb", "\u00e9"})
    @DisplayName("becomes server_error if OAuth and OpenID Connect define no such code")
    void nameless(String code) {
        assertThat(OAuthError.relayed(code, "why"))
                .isEqualTo(
                        OAuthError.of("server_error", "The sign-in ended with an unknown error."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u001f", "a\u007f", "a\"", "a\\", "\u00e9", "a\r\nb"})
    @DisplayName("loses a description that RFC 6749 doesn't allow")
    void descriptions(String description) {
        assertThat(OAuthError.relayed("access_denied", description).description()).isEmpty();
    }

    @Test
    @DisplayName(
            "can't be created with another code, which would become a label in events "
                    + "and metrics")
    void codes() {
        assertThatThrownBy(() -> OAuthError.of("forged_x", "why"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
