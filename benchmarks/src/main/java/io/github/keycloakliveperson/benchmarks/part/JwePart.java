package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.micro.AlternatingForks;
import io.github.keycloakliveperson.benchmarks.micro.JweBenchmark;
import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.statistics.Blocks;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import java.util.Map;

/** What encryption costs beyond the cryptography itself. */
public final class JwePart implements Part {

    private static final int FORKS = 5;

    @Override
    public Map<Figure, Estimate> measure() {
        var results = new AlternatingForks(JweBenchmark.class, FORKS).run("bare", "mapper");
        var bare =
                new Blocks(AlternatingForks.numbers(results.get("bare"), AlternatingForks::time));
        var mapper =
                new Blocks(AlternatingForks.numbers(results.get("mapper"), AlternatingForks::time));
        return Map.of(Figure.JWE, mapper.over(bare));
    }
}
