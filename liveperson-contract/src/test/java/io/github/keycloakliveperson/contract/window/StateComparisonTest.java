package io.github.keycloakliveperson.contract.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName(
        "The comparison of the state that was sent with the one that came back " + "(L25, L28)")
class StateComparisonTest {

    @Test
    @DisplayName("accepts the same characters")
    void identical() {
        var comparison = new StateComparison("%7Ba%20b;", Optional.of("%7Ba%20b;"));

        assertThat(comparison.identical()).isTrue();
        assertThat(comparison.firstDifference()).isEmpty();
        assertThat(comparison.verdict()).contains("All 9 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "a%20b,a+b,1", // K7: a blank written in another way
        "%7b,%7B,0", // K7: an escape in other letters
        "a;b,a,1", // K7: cut
        "a,ab,1",
        "A%F0%9F%98%80B,A%3F%3FB,1", // K6: beyond the Basic Multilingual Plane
        "(,%28,0",
        "a,'',0"
    })
    @DisplayName("finds the first difference, however small (K6, K7)")
    void different(String sent, String came, int at) {
        var comparison = new StateComparison(sent, Optional.of(came));

        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.firstDifference()).hasValue(at);
        assertThat(comparison.verdict())
                .contains("The first difference is at character " + (at + 1));
    }

    @Test
    @DisplayName("says when nothing came back (K5)")
    void missing() {
        var comparison = new StateComparison("abc", Optional.empty());

        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.firstDifference()).isEmpty();
        assertThat(comparison.verdict()).isEqualTo("None of the 3 characters came back.");
        assertThat(comparison.toString()).doesNotContain("abc");
    }

    @Test
    @DisplayName("reads raw parameters without touching their values")
    void rawParameters() {
        var parameters = RawParameters.parse("?a=%zz&b&=c&&s=x=y;z+%20&a=2");

        assertThat(parameters.raw("a")).contains("%zz");
        assertThat(parameters.value("a")).contains("%zz");
        assertThat(parameters.raw("b")).contains("");
        assertThat(parameters.raw("s")).contains("x=y;z+%20");
        assertThat(parameters.raw("missing")).isEmpty();
        assertThat(parameters.toString()).doesNotContain("x=y");
        assertThat(RawParameters.parse("").pairs()).isEmpty();
    }
}
