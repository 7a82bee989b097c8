package io.github.keycloakliveperson.benchmarks.part;

import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import java.util.Map;

/** Some of the figures, measured together. */
public interface Part {

    /** Measures; takes minutes. */
    Map<Figure, Estimate> measure();
}
