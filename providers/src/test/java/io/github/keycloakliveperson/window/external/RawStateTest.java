package io.github.keycloakliveperson.window.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A raw state (L25)")
class RawStateTest {

    @Test
    @DisplayName("shows its length and never its content")
    void silent() {
        RawState state = new RawState("%7B%22secret%22%7D");

        assertThat(state.length()).isEqualTo(18);
        assertThat(state).hasToString("state of 18 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "#", "a&b", "a#b", "a&", "a#"})
    @DisplayName("ends before the next parameter and before the fragment")
    void ends(String characters) {
        assertThatThrownBy(() -> new RawState(characters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A raw state ends before the first & or #.");
    }
}
