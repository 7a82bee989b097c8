package io.github.keycloakliveperson.check.report;

/** A way to write a report down. */
@FunctionalInterface
public interface ReportFormat {
    /** The whole report as text, with a line break at its end. */
    String write(Report report);
}
