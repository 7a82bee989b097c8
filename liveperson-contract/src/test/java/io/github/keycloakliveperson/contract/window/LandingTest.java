package io.github.keycloakliveperson.contract.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The address a browser landed on")
class LandingTest {
    private static final String WINDOW = "https://window.example/index.html";

    @ParameterizedTest
    @ValueSource(strings = {"%7b%22", "a+b", "a%20b", "a%2Bb", "a;b", "caf%E9", "a=b=c", "%zz", ""})
    @DisplayName("L25: returns a parameter as the same characters")
    void raw(String state) {
        assertThat(Landing.at(WINDOW + "?code=1&state=" + state).parameter("state"))
                .contains(state);
        assertThat(Landing.at(WINDOW + "#state=" + state + "&code=1").parameter("state"))
                .contains(state);
    }

    @Test
    @DisplayName("distinguishes query, fragment and form")
    void places() {
        var landing = new Landing(WINDOW + "?a=1#b=2", RawParameters.parse("c=3"));

        assertThat(landing.place("a")).isEqualTo("query");
        assertThat(landing.place("b")).isEqualTo("fragment");
        assertThat(landing.place("c")).isEqualTo("form");
        assertThat(landing.place("d")).isEqualTo("nowhere");
        assertThat(landing.base()).isEqualTo(WINDOW);
        assertThat(landing.beforeFragment()).isEqualTo(WINDOW + "?a=1");
    }

    @Test
    @DisplayName("decodes a value on request, and doesn't change a broken escape")
    void values() {
        assertThat(Landing.at(WINDOW + "?e=a%20b+c").value("e")).contains("a b c");
        assertThat(Landing.at(WINDOW + "?e=%zz").value("e")).contains("%zz");
    }

    @Test
    @DisplayName("counts parameters of the same name")
    void twice() {
        assertThat(Landing.at(WINDOW + "?code=1&x&code=2").query().count("code")).isEqualTo(2);
        assertThat(Landing.at(WINDOW + "?code=1&x&code=2").query().names())
                .containsExactly("code", "x", "code");
    }
}
