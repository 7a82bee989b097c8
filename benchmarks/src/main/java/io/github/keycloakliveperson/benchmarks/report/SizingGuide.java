package io.github.keycloakliveperson.benchmarks.report;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What hardware a brand needs, calculated from the measured processor times and heap.
 *
 * @param measured the figures' medians
 */
record SizingGuide(Map<Figure, Double> measured) {

    private static final Set<Figure> NEEDED =
            Set.of(Figure.WINDOW_CPU, Figure.SIGN_IN_CPU, Figure.HEAP, Figure.LOGIN_PAGE_HEAP);

    /** Four times the average of a million a day. */
    private static final double PEAK_PER_SECOND = 4 * 1e6 / 86_400;

    private static final double SIGN_INS = 1e6;
    private static final double BUSY_AT_MOST = 0.6;
    private static final double STATE_KILOBYTES = 2.048;
    private static final double LOGIN_TIMEOUT_SECONDS = 1_800;
    private static final double LEAVE = 0.1;

    /** Whether everything that it is calculated from was measured. */
    boolean isComplete() {
        return measured.keySet().containsAll(NEEDED);
    }

    String markdown() {
        double window = STATE_KILOBYTES * measured.get(Figure.HEAP);
        double page = measured.get(Figure.LOGIN_PAGE_HEAP);
        double waiting = PEAK_PER_SECOND * LOGIN_TIMEOUT_SECONDS;
        double megabytes = waiting * (window + page) / 1_000;
        return """
        | all sign-ins are | CPU each | CPU a day | busy cores at the peak | nodes of 2 cores | nodes of 4 cores |
        |---|---|---|---|---|---|
        """
                + row("with an SSO session: one request and the token call", Figure.WINDOW_CPU)
                + row(
                        "by password: with login page, password hash and callback",
                        Figure.SIGN_IN_CPU)
                + text(
                        "\nA window that waits takes %.1f kB with a 2 kB state, and the login page"
                                + " before it %.1f kB, until the consumer has\nsigned in or for the"
                                + " realm's login timeout (30 minutes). At the peak, if one"
                                + " consumer in ten goes away, %,.0f of them wait:\n%.0f MB. If all"
                                + " of them go away: %.0f MB.\n",
                        window, page, waiting * LEAVE, megabytes * LEAVE, megabytes);
    }

    private String row(String what, Figure figure) {
        double milliseconds = measured.get(figure);
        double busy = PEAK_PER_SECOND * milliseconds / 1_000;
        return text(
                "| %s | %.0f ms | %.1f hours | %.1f | %d | %d |\n",
                what,
                milliseconds,
                SIGN_INS * milliseconds / 1_000 / 3_600,
                busy,
                nodes(busy, 2),
                nodes(busy, 4));
    }

    /** One more than needed, so that one may fail. */
    private static int nodes(double busyCores, int cores) {
        return (int) Math.ceil(busyCores / (cores * BUSY_AT_MOST)) + 1;
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
