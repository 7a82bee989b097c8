package io.github.keycloakliveperson.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Alternating measurements")
class TurnsTest {

    private final List<String> turns = new ArrayList<>();

    @Test
    @DisplayName("things take turns, and each follows each other one about as often")
    void turns() {
        Turns.of(() -> turn("a"), () -> turn("b"), () -> turn("c")).measured(600, 1);

        var order = String.join("", turns);
        assertThat(order.split("(?<=\\G...)"))
                .hasSize(600)
                .allSatisfy(round -> assertThat(round).contains("a", "b", "c"));
        for (var pair : List.of("ab", "ac", "ba", "bc", "ca", "cb")) {
            assertThat(order.split(pair, -1)).as(pair).hasSizeBetween(220, 320);
        }
    }

    @Test
    @DisplayName("don't measure the warm-up")
    void warmUp() {
        var measured =
                Turns.of(() -> turns.size() < 4 ? turn("cold") * 100 : turn("warm"))
                        .warmedUp(4)
                        .measured(4, 2);

        assertThat(measured.get(0).medians()).containsExactly(1, 1);
    }

    @Test
    @DisplayName(
            "compute the ratio within a block, so a slow minute of the machine doesn't " + "matter")
    void ratioWithinBlocks() {
        var ours = Blocks.of(new double[] {2, 2, 2, 20, 20, 20}, 2);
        var theirs = Blocks.of(new double[] {1, 1, 1, 10, 10, 10}, 2);

        assertThat(ours.over(theirs)).isEqualTo(new Estimate(2, 2, 2));
    }

    @Test
    @DisplayName("lose one measurement to a pause of the machine, not its block")
    void outlier() {
        assertThat(Blocks.of(new double[] {1, 500, 1}, 1).medians()).containsExactly(1);
    }

    @Test
    @DisplayName("have no ratio for blocks that weren't measured together")
    void unequalBlocks() {
        var two = new Blocks(new double[] {1, 2});
        var three = two.and(new Blocks(new double[] {3}));

        assertThat(three.medians()).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> two.over(three)).hasMessageContaining("side by side");
        assertThatThrownBy(() -> Blocks.of(new double[1], 2)).hasMessageContaining("2 blocks");
    }

    @Test
    @DisplayName("estimate with the median and its quartiles")
    void estimate() {
        var estimate = Estimate.of(4, 1, 3, 2);

        assertThat(estimate.median()).isEqualTo(2.5);
        assertThat(estimate.low()).isEqualTo(1.75);
        assertThat(estimate.high()).isEqualTo(3.25);
        assertThat(estimate.times(0.1).high()).isEqualTo(0.325, within(1e-9));
        assertThatThrownBy(Estimate::of).hasMessageContaining("Nothing");
    }

    private double turn(String name) {
        turns.add(name);
        return 1;
    }
}
