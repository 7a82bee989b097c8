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

/** The external window, against a stock sign-in. */
public final class WindowPart implements Part {

    private static final int WARM_UP = 1_000;
    private static final int ROUNDS = 1_200;
    private static final int BLOCKS = 30;
    private static final int CPU_BLOCKS = 12;
    private static final int REQUESTS = 700;

    private static final BenchmarkRealm REALM = BenchmarkRealm.small("brand", 1);
    private static final Relying WINDOW = Relying.livePerson(0);
    private static final String USUAL = States.of(1_200);
    private static final String SHORT = States.of(100);
    private static final String LONG = States.of(16_000);

    @Override
    public Map<Figure, Estimate> measure() {
        try (MeasuredServer server = MeasuredServer.start(REALM)) {
            Consumer consumer = new Consumer(server.address(REALM)).signedIn(0);
            CodeFlow stock = new CodeFlow(consumer, Relying.STOCK);
            CodeFlow window = new CodeFlow(consumer, WINDOW);
            List<Blocks> times =
                    Turns.of(
                                    stock::signIn,
                                    () -> window.window(USUAL),
                                    () -> window.window(SHORT),
                                    () -> window.window(LONG),
                                    stock::signInAmongThree)
                            .warmedUp(WARM_UP)
                            .measured(ROUNDS, BLOCKS);
            List<Blocks> processor =
                    Turns.of(
                                    () -> cpu(server, () -> consumer.silentCode(Relying.STOCK)),
                                    () -> cpu(server, () -> consumer.authorize(WINDOW, USUAL)),
                                    () -> cpu(server, consumer::nothing))
                            .warmedUp(2)
                            .measured(CPU_BLOCKS, CPU_BLOCKS);
            return Map.of(
                    Figure.WINDOW,
                    times.get(1).over(times.get(0)),
                    Figure.THREE_REQUESTS,
                    times.get(4).over(times.get(0)),
                    Figure.STATE,
                    times.get(3).over(times.get(2)),
                    Figure.AUTHORIZE_CPU,
                    processor.get(1).over(processor.get(0)),
                    Figure.NOTHING_CPU,
                    processor.get(2).over(processor.get(0)));
        }
    }

    private static double cpu(MeasuredServer server, Runnable request) {
        double before = server.cpuMillis();
        for (int i = 0; i < REQUESTS; i++) {
            request.run();
        }
        return server.cpuMillis() - before;
    }
}
