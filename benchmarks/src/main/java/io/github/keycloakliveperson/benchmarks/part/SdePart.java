package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.micro.AlternatingForks;
import io.github.keycloakliveperson.benchmarks.micro.SdeBenchmark;
import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** What the fields of a consumer cost who has them all. */
public final class SdePart implements Part {

    private static final int FORKS = 5;
    private static final double KILOBYTES = 1e-3;

    @Override
    public Map<Figure, Estimate> measure() {
        List<RunResult> results =
                new AlternatingForks(SdeBenchmark.class, FORKS).run("claims").get("claims");
        double[] times = AlternatingForks.numbers(results, AlternatingForks::time);
        double[] bytes = AlternatingForks.numbers(results, AlternatingForks::allocated);
        return Map.of(
                Figure.SDE_TIME,
                Estimate.of(times),
                Figure.SDE_ALLOCATION,
                Estimate.of(bytes).times(KILOBYTES));
    }
}
