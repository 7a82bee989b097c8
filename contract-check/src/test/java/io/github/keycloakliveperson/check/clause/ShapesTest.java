package io.github.keycloakliveperson.check.clause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.provider.RedirectUris;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {
    @Nested
    @DisplayName("L25: The states that are tried")
    class States {
        @Test
        @DisplayName("have the lengths in their names")
        void lengths() {
            assertThat(StateShape.window(1243)).hasSize(1243).startsWith("%7B%22lpUnified");
            assertThat(raw("state of 4,001 letters")).hasSize(4001);
            assertThat(raw("state of 16,000 characters")).hasSize(16_000);
        }

        @Test
        @DisplayName("could all be sent by a browser, and have different names")
        void sendable() {
            assertThat(StateShape.all())
                    .allSatisfy(shape -> URI.create("https://h/?state=" + shape.raw()))
                    .extracting(StateShape::name)
                    .doesNotHaveDuplicates();
        }

        private static String raw(String name) {
            return StateShape.all().stream()
                    .filter(shape -> shape.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .raw();
        }
    }

    @Test
    @DisplayName("L24: no hostile address is one of the window's own")
    void hostile() {
        assertThat(HostileAddressCheck.hostile(RedirectUris.WINDOW).values())
                .hasSize(16)
                .doesNotHaveDuplicates()
                .doesNotContain(RedirectUris.WINDOW);
    }

    @ParameterizedTest
    @CsvSource({
        "https://liveperson.net, https://liveperson.net?code=1, true",
        "https://liveperson.net, https://liveperson.net/?code=1, true",
        "https://liveperson.net, https://liveperson.net#id_token=1, true",
        "https://liveperson.net, https://liveperson.network/?code=1, false",
        "https://w.example/a?x=1, https://w.example/a?x=1&code=2, true",
        "https://w.example/a, https://w.example/ab, false",
    })
    @DisplayName("a return is distinguished from other addresses with the same prefix")
    void arrival(String redirectUri, String address, boolean arrived) {
        assertThat(Run.arrivalAt(redirectUri).test(address)).isEqualTo(arrived);
    }
}
