package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.server.BenchmarkRealm;
import io.github.keycloakliveperson.benchmarks.server.Consumer;
import io.github.keycloakliveperson.benchmarks.server.MeasuredServer;
import io.github.keycloakliveperson.benchmarks.server.Relying;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import io.github.keycloakliveperson.benchmarks.statistics.Turns;
import java.util.Map;

/** The processor time of whole sign-ins, for the sizing guide. */
public final class CpuPart implements Part {

    private static final int BLOCKS = 5;
    private static final int WARM_UP = 4;
    private static final int BY_PASSWORD = 60;
    private static final int BY_SESSION = 300;

    private static final BenchmarkRealm REALM = BenchmarkRealm.small("brand", 2);
    private static final Relying CLIENT = Relying.livePerson(0);
    private static final States STATE = States.of(1_200);

    @Override
    public Map<Figure, Estimate> measure() {
        try (var server = MeasuredServer.start(REALM)) {
            var known = new Consumer(server.address(REALM)).signedIn(0);
            var unknown = new Consumer(server.address(REALM));
            var measured =
                    Turns.of(
                                    () -> cpu(server, BY_PASSWORD, () -> byPassword(unknown)),
                                    () -> cpu(server, BY_SESSION, () -> bySession(known)))
                            .warmedUp(WARM_UP)
                            .measured(BLOCKS, BLOCKS);
            return Map.of(
                    Figure.SIGN_IN_CPU, measured.get(0).estimate(),
                    Figure.WINDOW_CPU, measured.get(1).estimate());
        }
    }

    private static void byPassword(Consumer consumer) {
        consumer.redeem(
                CLIENT, consumer.windowCodeByPassword(CLIENT, STATE.next(), 1), Relying.WINDOW);
    }

    private static void bySession(Consumer consumer) {
        consumer.redeem(CLIENT, consumer.windowCode(CLIENT, STATE.next()), Relying.WINDOW);
    }

    private static double cpu(MeasuredServer server, int signIns, Runnable signIn) {
        double before = server.cpuMillis();
        for (int i = 0; i < signIns; i++) {
            signIn.run();
        }
        return (server.cpuMillis() - before) / signIns;
    }
}
