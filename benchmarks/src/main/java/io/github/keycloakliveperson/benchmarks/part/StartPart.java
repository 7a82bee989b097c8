package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.server.OptimizedHome;
import io.github.keycloakliveperson.benchmarks.statistics.Blocks;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import io.github.keycloakliveperson.benchmarks.statistics.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Starts of a built server, with and without the JAR. */
public final class StartPart implements Part {

    private static final int STARTS = 9;

    @Override
    public Map<Figure, Estimate> measure() {
        var with = OptimizedHome.built(true);
        var without = OptimizedHome.built(false);
        var ofWith = new Starts();
        var ofWithout = new Starts();
        Turns.of(() -> ofWith.add(with.start()), () -> ofWithout.add(without.start()))
                .warmedUp(STARTS);
        return Map.of(
                Figure.START, ofWith.seconds().over(ofWithout.seconds()),
                Figure.START_CPU, ofWith.cpu().over(ofWithout.cpu()));
    }

    /** What was measured of one home's starts. */
    private static final class Starts {

        private final List<OptimizedHome.Start> all = new ArrayList<>();

        double add(OptimizedHome.Start start) {
            all.add(start);
            return start.seconds();
        }

        Blocks seconds() {
            return blocks(OptimizedHome.Start::seconds);
        }

        Blocks cpu() {
            return blocks(OptimizedHome.Start::cpuMillis);
        }

        /** The first start only fills the disk's cache. */
        private Blocks blocks(ToDoubleFunction<OptimizedHome.Start> number) {
            return new Blocks(all.stream().skip(1).mapToDouble(number).toArray());
        }
    }
}
