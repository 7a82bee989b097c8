package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.server.BenchmarkRealm;
import io.github.keycloakliveperson.benchmarks.server.CodeFlow;
import io.github.keycloakliveperson.benchmarks.server.Consumer;
import io.github.keycloakliveperson.benchmarks.server.FormLanding;
import io.github.keycloakliveperson.benchmarks.server.MeasuredServer;
import io.github.keycloakliveperson.benchmarks.server.Relying;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import io.github.keycloakliveperson.benchmarks.statistics.Turns;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The external window, against a stock sign-in. */
public final class WindowPart implements Part {

    private static final int WARM_UP = 700;
    private static final int ROUNDS = 900;
    private static final int BLOCKS = 30;
    private static final int CPU_BLOCKS = 10;
    private static final int REQUESTS = 250;

    private static final BenchmarkRealm REALM = BenchmarkRealm.small("brand", 1);
    private static final Relying WINDOW = Relying.livePerson(0);
    private static final States USUAL = States.of(1_200);
    private static final States SHORT = States.of(100);
    private static final States LONG = States.of(16_000);

    @Override
    public Map<Figure, Estimate> measure() {
        try (var server = MeasuredServer.start(REALM);
                var landing = FormLanding.open()) {
            var consumer = new Consumer(server.address(REALM)).signedIn(0);
            var stranger = new Consumer(server.address(REALM));
            var stock = new CodeFlow(consumer, Relying.STOCK);
            var window = new CodeFlow(consumer, WINDOW);
            var times =
                    Turns.of(
                                    () -> stock.signIn(USUAL.next()),
                                    () -> window.window(USUAL.next()),
                                    () -> window.window(SHORT.next()),
                                    () -> window.window(LONG.next()),
                                    timed(
                                            () ->
                                                    consumer.idToken(
                                                            Relying.STOCK, USUAL.next(), landing)),
                                    timed(() -> consumer.windowIdToken(WINDOW, USUAL.next())),
                                    timed(() -> stranger.loginPage(Relying.STOCK, USUAL.next())),
                                    timed(() -> stranger.windowPage(WINDOW, USUAL.next())))
                            .warmedUp(WARM_UP)
                            .measured(ROUNDS, BLOCKS);
            var processor =
                    Turns.of(
                                    () -> cpu(server, stranger::refusedByStock),
                                    () -> cpu(server, () -> stranger.refused(WINDOW)))
                            .warmedUp(2)
                            .measured(CPU_BLOCKS, CPU_BLOCKS);
            return Map.of(
                    Figure.WINDOW, times.get(1).over(times.get(0)),
                    Figure.STATE, times.get(3).over(times.get(2)),
                    Figure.IMPLICIT, times.get(5).over(times.get(4)),
                    Figure.FIRST_PAGE, times.get(7).over(times.get(6)),
                    Figure.REFUSED_CPU, processor.get(1).over(processor.get(0)));
        }
    }

    private static DoubleSupplier timed(Runnable request) {
        return () -> {
            long start = System.nanoTime();
            request.run();
            return System.nanoTime() - start;
        };
    }

    private static double cpu(MeasuredServer server, Runnable request) {
        double before = server.cpuMillis();
        for (int i = 0; i < REQUESTS; i++) {
            request.run();
        }
        return server.cpuMillis() - before;
    }
}
