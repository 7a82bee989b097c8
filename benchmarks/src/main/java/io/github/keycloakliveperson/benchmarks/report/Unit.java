package io.github.keycloakliveperson.benchmarks.report;

import java.util.Locale;

/** What a figure's number counts. */
public enum Unit {
    RATIO("%.3f"),
    TIMES("%.2f ×"),
    MICROSECONDS("%.2f µs"),
    MILLISECONDS("%.2f ms"),
    KILOBYTES("%.2f kB");

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    /** The number with its unit. */
    public String write(double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
