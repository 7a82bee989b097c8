package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.server.BenchmarkRealm;
import io.github.keycloakliveperson.benchmarks.server.CodeFlow;
import io.github.keycloakliveperson.benchmarks.server.Consumer;
import io.github.keycloakliveperson.benchmarks.server.MeasuredServer;
import io.github.keycloakliveperson.benchmarks.server.Relying;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import io.github.keycloakliveperson.benchmarks.statistics.Turns;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether the token call gets slower in a large realm. All clients of a realm are used in turn, and
 * consumers from all over the realm.
 */
public final class SizePart implements Part {

    private static final int MANY_CLIENTS = 2_000;
    private static final int MANY_USERS = 10_000;
    private static final int FEW_USERS = 10;
    private static final int CONSUMERS = 50;
    private static final int BLOCKS = 20;

    private static final BenchmarkRealm SMALL = BenchmarkRealm.small("small", FEW_USERS);
    private static final BenchmarkRealm CLIENTS =
            new BenchmarkRealm("clients", MANY_CLIENTS, FEW_USERS, FEW_USERS);
    private static final BenchmarkRealm USERS =
            new BenchmarkRealm("users", 1, MANY_USERS, CONSUMERS);

    @Override
    public Map<Figure, Estimate> measure() {
        try (var server = MeasuredServer.start(SMALL, CLIENTS, USERS)) {
            var measured =
                    Turns.of(
                                    new Round(server, SMALL, FEW_USERS)::next,
                                    new Round(server, CLIENTS, FEW_USERS)::next,
                                    new Round(server, USERS, CONSUMERS)::next)
                            .warmedUp(MANY_CLIENTS)
                            .measured(MANY_CLIENTS, BLOCKS);
            return Map.of(
                    Figure.CLIENTS, measured.get(1).over(measured.get(0)),
                    Figure.USERS, measured.get(2).over(measured.get(0)));
        }
    }

    /** Goes through a realm's clients and consumers, one pair at each turn. */
    private static final class Round {

        private final List<Consumer> consumers;
        private final int clients;
        private int turn;

        Round(MeasuredServer server, BenchmarkRealm realm, int consumers) {
            this.clients = realm.livePersonClients();
            this.consumers =
                    IntStream.range(0, consumers)
                            .mapToObj(i -> new Consumer(server.address(realm)).signedIn(i))
                            .toList();
        }

        double next() {
            var consumer = consumers.get(turn % consumers.size());
            var client = Relying.livePerson(turn % clients);
            turn++;
            return new CodeFlow(consumer, client).redemption();
        }
    }
}
