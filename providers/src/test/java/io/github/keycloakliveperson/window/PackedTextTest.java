package io.github.keycloakliveperson.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Packed text")
class PackedTextTest {

    @Test
    @DisplayName("takes less than half of an encoded configuration")
    void shorter() {
        String state = "%7B%22lpUnifiedWindowConfig%22%3A%7B%22accountId%22%3A%2212345678%22%7D%7D";

        assertThat(PackedText.pack(state.repeat(10))).hasSizeLessThan(state.length() * 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "{}", "_____w", "é"})
    @DisplayName("is nothing else")
    void foreign(String packed) {
        assertThatThrownBy(() -> PackedText.unpack(packed))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
