package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.server.BenchmarkRealm;
import io.github.keycloakliveperson.benchmarks.server.CodeFlow;
import io.github.keycloakliveperson.benchmarks.server.Connections;
import io.github.keycloakliveperson.benchmarks.server.Consumer;
import io.github.keycloakliveperson.benchmarks.server.MeasuredServer;
import io.github.keycloakliveperson.benchmarks.server.Relying;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import io.github.keycloakliveperson.benchmarks.statistics.Turns;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The token call of LivePerson's server, against those of stock clients. */
public final class TokenPart implements Part {

    private static final int CONNECTIONS = 8;
    private static final int CODES = 50;
    private static final int WARM_UP = 1_500;
    private static final int ROUNDS = 1_500;
    private static final int BLOCKS = 30;
    private static final int PAIRS = 12;

    private static final BenchmarkRealm REALM = BenchmarkRealm.small("brand", CONNECTIONS);

    @Override
    public Map<Figure, Estimate> measure() {
        try (var server = MeasuredServer.start(REALM)) {
            var consumers =
                    IntStream.range(0, CONNECTIONS)
                            .mapToObj(i -> new Consumer(server.address(REALM)).signedIn(i))
                            .toList();
            var latency = latency(consumers.get(0));
            return Map.of(
                    Figure.TOKEN, latency.get(Figure.TOKEN),
                    Figure.TOKEN_NATIVE, latency.get(Figure.TOKEN_NATIVE),
                    Figure.THROUGHPUT, throughput(consumers));
        }
    }

    private static Map<Figure, Estimate> latency(Consumer consumer) {
        var measured =
                Turns.of(
                                new CodeFlow(consumer, Relying.STOCK)::redemption,
                                new CodeFlow(consumer, Relying.livePerson(0))::redemption,
                                new CodeFlow(consumer, Relying.NATIVELY_ENCRYPTED)::redemption)
                        .warmedUp(WARM_UP)
                        .measured(ROUNDS, BLOCKS);
        return Map.of(
                Figure.TOKEN, measured.get(1).over(measured.get(0)),
                Figure.TOKEN_NATIVE, measured.get(1).over(measured.get(2)));
    }

    private static Estimate throughput(List<Consumer> consumers) {
        var stock = connections(consumers, Relying.STOCK);
        var ours = connections(consumers, Relying.livePerson(0));
        var measured =
                Turns.of(
                                () -> stock.redemptionsPerSecond(CODES),
                                () -> ours.redemptionsPerSecond(CODES))
                        .warmedUp(2)
                        .measured(PAIRS, PAIRS);
        return measured.get(1).over(measured.get(0));
    }

    private static Connections connections(List<Consumer> consumers, Relying client) {
        return new Connections(
                consumers.stream().map(consumer -> new CodeFlow(consumer, client)).toList());
    }
}
