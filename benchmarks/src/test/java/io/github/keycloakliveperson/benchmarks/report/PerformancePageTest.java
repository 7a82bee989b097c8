package io.github.keycloakliveperson.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of figures")
class PerformancePageTest {

    private static final String EMPTY =
            "before\n<!-- figures: written by the benchmarks -->\n<!-- end of figures -->\nafter\n";

    @Test
    @DisplayName("gets the figures between its markers, and doesn't change elsewhere")
    void written() {
        var page = page(EMPTY, Figure.JWE, 1.07, "Machine: one.");

        assertThat(page)
                .startsWith("before\n")
                .endsWith("after\n")
                .contains("Machine: one.\n\n| figure |")
                .contains("| ≤ 1.500 | ≤ 1.250 | 1.070 | 1.070 – 1.070 | aim |");
    }

    @Test
    @DisplayName("keeps earlier figures from the same machine, in the table's order")
    void merged() {
        var first = page(EMPTY, Figure.JWE, 1.07, "Machine: one.");
        var second = page(first, Figure.TOKEN, 0.88, "Machine: one.");
        var third = page(second, Figure.JWE, 1.6, "Machine: one.");

        assertThat(third)
                .containsSubsequence(Figure.TOKEN.text(), "0.880", "| bar |", Figure.JWE.text())
                .contains("| **misses the bar** |")
                .doesNotContain("1.070");
    }

    @Test
    @DisplayName("drops figures from another machine")
    void anotherMachine() {
        var first = page(EMPTY, Figure.JWE, 1.07, "Machine: one.");

        assertThat(page(first, Figure.TOKEN, 1.02, "Machine: two."))
                .doesNotContain(Figure.JWE.text())
                .doesNotContain("one");
    }

    @Test
    @DisplayName("recalculates the sizing guide if everything it needs was measured")
    void sizing() {
        var page =
                EMPTY
                        + "<!-- sizing: written by the benchmarks -->\nold\n"
                        + "<!-- end of sizing -->\nend\n";
        var some = page(page, Figure.WINDOW_CPU, 23.33, "Machine: one.");
        assertThat(some).contains("\nold\n");

        var all =
                page(
                        page(
                                page(some, Figure.SIGN_IN_CPU, 60.5, "Machine: one."),
                                Figure.HEAP,
                                1.5,
                                "Machine: one."),
                        Figure.LOGIN_PAGE_HEAP,
                        2.0,
                        "Machine: one.");

        assertThat(all)
                .doesNotContain("\nold\n")
                .endsWith("<!-- end of sizing -->\nend\n")
                .contains("| 23 ms | 6.5 hours | 1.1 | 2 | 2 |")
                .contains("| 61 ms | 16.8 hours | 2.8 | 4 | 3 |")
                .contains("3.1 kB with a 2 kB state", "8,333 of them wait:\n42 MB", "423 MB.");
    }

    @Test
    @DisplayName("must have its markers")
    void noMarkers() {
        assertThatThrownBy(() -> page("nothing", Figure.JWE, 1, "Machine: one."))
                .hasMessageContaining("markers");
    }

    @Test
    @DisplayName("reports a ratio that may lie on both sides of one if it leaves its limits")
    void limits() {
        var goal = Figure.INSTALLED.goal();

        assertThat(goal.bar().write(Unit.RATIO)).isEqualTo("0.980–1.020");
        assertThat(goal.verdict(1.01)).isEqualTo("bar");
        assertThat(goal.verdict(0.97)).isEqualTo("**misses the bar**");
        assertThat(Figure.THROUGHPUT.goal().bar().write(Unit.RATIO)).isEqualTo("≥ 0.950");
        assertThat(Figure.SIGN_IN_CPU.goal().verdict(1e9)).isEmpty();
    }

    private static String page(String page, Figure figure, double value, String machine) {
        return PerformancePage.replaced(
                page, Map.of(figure, new Estimate(value, value, value)), machine);
    }
}
