package io.github.keycloakliveperson.benchmarks.report;

/**
 * What a figure should be.
 *
 * @param bar the limits that must be met
 * @param aim the limits that would be good
 */
public record Goal(Limits bar, Limits aim) {

    /** A figure without a limit. */
    static final Goal NONE = new Goal(Limits.NONE, Limits.NONE);

    static Goal atMost(double bar) {
        return new Goal(Limits.atMost(bar), Limits.NONE);
    }

    static Goal atMost(double bar, double aim) {
        return new Goal(Limits.atMost(bar), Limits.atMost(aim));
    }

    static Goal atLeast(double bar, double aim) {
        return new Goal(Limits.atLeast(bar), Limits.atLeast(aim));
    }

    static Goal between(double least, double most) {
        return new Goal(new Limits(least, most), Limits.NONE);
    }

    /** The verdict on a number, as the table shows it. */
    String verdict(double number) {
        if (bar.isNone()) {
            return "";
        }
        if (!bar.hold(number)) {
            return "**misses the bar**";
        }
        return !aim.isNone() && aim.hold(number) ? "aim" : "bar";
    }

    /**
     * Limits of a number.
     *
     * @param least not less than this
     * @param most not more than this
     */
    record Limits(double least, double most) {

        static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        static Limits atMost(double most) {
            return new Limits(Double.NEGATIVE_INFINITY, most);
        }

        static Limits atLeast(double least) {
            return new Limits(least, Double.POSITIVE_INFINITY);
        }

        boolean isNone() {
            return equals(NONE);
        }

        boolean hold(double number) {
            return number >= least && number <= most;
        }

        String write(Unit unit) {
            if (isNone()) {
                return "";
            }
            if (least == Double.NEGATIVE_INFINITY) {
                return "≤ " + unit.write(most);
            }
            return most == Double.POSITIVE_INFINITY
                    ? "≥ " + unit.write(least)
                    : unit.write(least) + "–" + unit.write(most);
        }
    }
}
