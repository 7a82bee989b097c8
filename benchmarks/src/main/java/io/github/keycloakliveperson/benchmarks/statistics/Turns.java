package io.github.keycloakliveperson.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Measures several things turn by turn, in each round in another order, so that each comes after
 * each other one about as often, and none alone profits or suffers from what another left behind:
 * writes of a session that go on when the answer is out, for one.
 *
 * @param things each does its work once and tells what it took, in a unit of its own
 */
public record Turns(List<DoubleSupplier> things) {

    private static final int SEED = 1;

    /** Of the things in their order. */
    public static Turns of(DoubleSupplier... things) {
        return new Turns(List.of(things));
    }

    /** Runs without measuring, until compilers and caches have settled. */
    public Turns warmedUp(int rounds) {
        run(rounds);
        return this;
    }

    /**
     * Runs and measures.
     *
     * @param rounds how often each thing gets its turn
     * @param blocks into how many blocks the measurements are cut
     * @return the blocks of each thing, in the order of the things
     */
    public List<Blocks> measured(int rounds, int blocks) {
        List<Blocks> measured = new ArrayList<>();
        for (var all : run(rounds)) {
            measured.add(Blocks.of(all, blocks));
        }
        return measured;
    }

    private double[][] run(int rounds) {
        var chance = new Random(SEED);
        double[][] all = new double[things.size()][rounds];
        List<Integer> order = new ArrayList<>();
        for (int thing = 0; thing < things.size(); thing++) {
            order.add(thing);
        }
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, chance);
            for (int thing : order) {
                all[thing][round] = things.get(thing).getAsDouble();
            }
        }
        return all;
    }
}
