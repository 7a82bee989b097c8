package io.github.keycloakliveperson.benchmarks.statistics;

import java.util.Arrays;

/**
 * Measurements of one thing, taken turn by turn with those of another, in equal blocks. A block's
 * value is its median, so that a pause of the machine spoils one measurement and not the block; the
 * ratio is computed within a block, where both had the same machine, and the spread between blocks
 * shows how reliable the ratio is.
 *
 * @param medians one for each block
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Blocks(double[] medians) {

    /**
     * Cuts measurements into blocks.
     *
     * @param measurements in the order they were taken
     * @param count how many blocks; what doesn't fill the last one is left out
     */
    public static Blocks of(double[] measurements, int count) {
        int size = measurements.length / count;
        if (size == 0) {
            throw new IllegalArgumentException(
                    measurements.length + " measurements don't make " + count + " blocks.");
        }
        var medians = new double[count];
        for (int i = 0; i < count; i++) {
            var block = Arrays.copyOfRange(measurements, i * size, (i + 1) * size);
            medians[i] = Estimate.of(block).median();
        }
        return new Blocks(medians);
    }

    /** The ratio to another thing that was measured in the same turns. */
    public Estimate over(Blocks other) {
        if (medians.length != other.medians.length) {
            throw new IllegalArgumentException("The blocks weren't measured side by side.");
        }
        var ratios = new double[medians.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = medians[i] / other.medians[i];
        }
        return Estimate.of(ratios);
    }

    /** The value itself. */
    public Estimate estimate() {
        return Estimate.of(medians);
    }

    /** These blocks and then others. */
    public Blocks and(Blocks more) {
        var all = Arrays.copyOf(medians, medians.length + more.medians.length);
        System.arraycopy(more.medians, 0, all, medians.length, more.medians.length);
        return new Blocks(all);
    }
}
