package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.server.BenchmarkRealm;
import io.github.keycloakliveperson.benchmarks.server.CodeFlow;
import io.github.keycloakliveperson.benchmarks.server.Consumer;
import io.github.keycloakliveperson.benchmarks.server.MeasuredServer;
import io.github.keycloakliveperson.benchmarks.server.Relying;
import io.github.keycloakliveperson.benchmarks.statistics.Blocks;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import io.github.keycloakliveperson.benchmarks.statistics.Turns;
import java.util.List;
import java.util.Map;

/**
 * What the JAR costs those who don't use it: two servers at once, one with it, one without. Two
 * identical servers differ by some per cent, each time differently, depending on the compiler; so
 * there are several pairs.
 */
public final class InstalledPart implements Part {

    private static final int PAIRS = 3;
    private static final int WARM_UP = 1_100;
    private static final int ROUNDS = 900;
    private static final int BLOCKS = 10;

    @Override
    public Map<Figure, Estimate> measure() {
        var with = new Blocks(new double[0]);
        var without = new Blocks(new double[0]);
        for (int pair = 0; pair < PAIRS; pair++) {
            var measured = pair(pair % 2 == 0);
            with = with.and(measured.get(0));
            without = without.and(measured.get(1));
        }
        return Map.of(Figure.INSTALLED, with.over(without));
    }

    private static List<Blocks> pair(boolean withFirst) {
        var realm = BenchmarkRealm.stock("brand");
        try (var first = MeasuredServer.start(withFirst, realm);
                var second = MeasuredServer.start(!withFirst, realm)) {
            var with = flow(withFirst ? first : second, realm);
            var without = flow(withFirst ? second : first, realm);
            return Turns.of(with::redemption, without::redemption)
                    .warmedUp(WARM_UP)
                    .measured(ROUNDS, BLOCKS);
        }
    }

    private static CodeFlow flow(MeasuredServer server, BenchmarkRealm realm) {
        return new CodeFlow(new Consumer(server.address(realm)).signedIn(0), Relying.STOCK);
    }
}
