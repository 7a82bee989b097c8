/** The figures, their goals, and the page that shows them. */
package io.github.keycloakliveperson.benchmarks.report;
