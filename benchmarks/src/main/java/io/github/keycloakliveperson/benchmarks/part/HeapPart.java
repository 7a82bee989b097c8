package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.server.BenchmarkRealm;
import io.github.keycloakliveperson.benchmarks.server.Consumer;
import io.github.keycloakliveperson.benchmarks.server.MeasuredServer;
import io.github.keycloakliveperson.benchmarks.server.Relying;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import java.util.List;
import java.util.Map;

/** The server memory of consumers who open the window and leave. */
public final class HeapPart implements Part {

    private static final int STATE_LENGTH = 2_048;
    private static final int WARM_UP = 500;
    private static final int PAGES = 1_000;
    private static final int REPEATS = 5;
    private static final double KILOBYTES = 1e-3;

    private static final BenchmarkRealm REALM = BenchmarkRealm.small("brand", 1);
    private static final Relying CLIENT = Relying.livePerson(0);
    private static final States STATE = States.of(STATE_LENGTH);

    @Override
    public Map<Figure, Estimate> measure() {
        try (var server = MeasuredServer.start(REALM)) {
            var stranger = new Consumer(server.address(REALM));
            Runnable window = () -> stranger.windowPage(CLIENT, STATE.next());
            Runnable stock = () -> stranger.loginPage(Relying.STOCK, STATE.next());
            Runnable page = () -> stranger.loginPage(Relying.STOCK, "");
            for (var visit : List.of(window, stock, page)) {
                bytesLeft(server, visit, WARM_UP);
            }
            var states = new double[REPEATS];
            var ratios = new double[REPEATS];
            var pages = new double[REPEATS];
            for (int i = 0; i < REPEATS; i++) {
                pages[i] = bytesLeft(server, page, PAGES);
                double windows = bytesLeft(server, window, PAGES);
                states[i] = windows - pages[i];
                ratios[i] = windows / bytesLeft(server, stock, PAGES);
            }
            return Map.of(
                    Figure.HEAP, Estimate.of(states).times(1.0 / STATE_LENGTH),
                    Figure.HEAP_STOCK, Estimate.of(ratios),
                    Figure.LOGIN_PAGE_HEAP, Estimate.of(pages).times(KILOBYTES));
        }
    }

    private static double bytesLeft(MeasuredServer server, Runnable visit, int times) {
        double before = server.heapBytes();
        for (int i = 0; i < times; i++) {
            visit.run();
        }
        return (server.heapBytes() - before) / times;
    }
}
