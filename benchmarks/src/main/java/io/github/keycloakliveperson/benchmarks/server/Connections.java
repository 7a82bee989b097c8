package io.github.keycloakliveperson.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Several consumers at once, each on a connection of its own.
 *
 * @param flows one for each connection
 */
public record Connections(List<CodeFlow> flows) {

    /**
     * Collects codes, then redeems them as fast as the server can.
     *
     * @param codes how many on each connection
     * @return token requests per second
     */
    public double redemptionsPerSecond(int codes) {
        List<List<String>> collected = new ArrayList<>();
        flows.forEach(flow -> collected.add(new ArrayList<>(codes)));
        atOnce(i -> collect(flows.get(i), collected.get(i), codes));
        long start = System.nanoTime();
        atOnce(i -> redeem(flows.get(i), collected.get(i)));
        return flows.size() * codes / ((System.nanoTime() - start) * 1e-9);
    }

    private static void collect(CodeFlow flow, List<String> into, int codes) {
        for (int i = 0; i < codes; i++) {
            into.add(flow.consumer().code(flow.client()));
        }
    }

    private static void redeem(CodeFlow flow, List<String> codes) {
        for (var code : codes) {
            flow.consumer().redeem(flow.client(), code, flow.client().redirectUri());
        }
    }

    private void atOnce(Consumer<Integer> work) {
        var threads = Executors.newFixedThreadPool(flows.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < flows.size(); i++) {
                int connection = i;
                running.add(threads.submit(() -> work.accept(connection)));
            }
            for (var each : running) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
