package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.server.OptimizedHome;
import io.github.keycloakliveperson.benchmarks.statistics.Blocks;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import io.github.keycloakliveperson.benchmarks.statistics.Turns;
import java.util.List;
import java.util.Map;

/** Starts of a built server, with and without the JAR. */
public final class StartPart implements Part {

    private static final int STARTS = 9;

    @Override
    public Map<Figure, Estimate> measure() {
        OptimizedHome with = OptimizedHome.built(true);
        OptimizedHome without = OptimizedHome.built(false);
        List<Blocks> measured =
                Turns.of(with::start, without::start).warmedUp(1).measured(STARTS, STARTS);
        return Map.of(Figure.START, measured.get(0).over(measured.get(1)));
    }
}
