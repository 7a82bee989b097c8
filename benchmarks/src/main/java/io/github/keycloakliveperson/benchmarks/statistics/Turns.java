package io.github.keycloakliveperson.benchmarks.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Measures several things turn by turn: first, second, third, second, third, first … None always
 * comes after the same other one, and so profits or suffers from what that left behind.
 *
 * @param things each does its work once and tells what it took, in a unit of its own
 */
public record Turns(List<DoubleSupplier> things) {

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
        double[][] all = new double[things.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < things.size(); turn++) {
                int thing = (round + turn) % things.size();
                all[thing][round] = things.get(thing).getAsDouble();
            }
        }
        return all;
    }
}
