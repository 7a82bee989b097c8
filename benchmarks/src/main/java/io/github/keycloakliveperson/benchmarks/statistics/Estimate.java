package io.github.keycloakliveperson.benchmarks.statistics;

import java.util.Arrays;

/**
 * A measured value with its spread.
 *
 * @param median the value
 * @param low the first quartile of the single measurements
 * @param high the third quartile
 */
public record Estimate(double median, double low, double high) {

    /**
     * Makes an estimate of single measurements.
     *
     * @param measurements at least one, in any order
     */
    public static Estimate of(double... measurements) {
        if (measurements.length == 0) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
        var sorted = measurements.clone();
        Arrays.sort(sorted);
        return new Estimate(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
    }

    /** The same in another unit. */
    public Estimate times(double factor) {
        return new Estimate(median * factor, low * factor, high * factor);
    }

    /** Linear between two measurements (Hyndman and Fan's definition 7). */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
