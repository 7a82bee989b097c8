package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.micro.AlternatingForks;
import io.github.keycloakliveperson.benchmarks.micro.SdeBenchmark;
import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import java.util.Map;

/** The cost of the fields of a consumer who has all of them. */
public final class SdePart implements Part {

    private static final int FORKS = 5;
    private static final double KILOBYTES = 1e-3;

    @Override
    public Map<Figure, Estimate> measure() {
        var results = new AlternatingForks(SdeBenchmark.class, FORKS).run("claims").get("claims");
        var times = AlternatingForks.numbers(results, AlternatingForks::time);
        var bytes = AlternatingForks.numbers(results, AlternatingForks::allocated);
        return Map.of(
                Figure.SDE_TIME, Estimate.of(times),
                Figure.SDE_ALLOCATION, Estimate.of(bytes).times(KILOBYTES));
    }
}
