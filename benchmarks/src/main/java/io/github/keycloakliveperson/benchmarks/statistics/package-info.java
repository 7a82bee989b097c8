/** How single measurements become a figure with a spread. */
package io.github.keycloakliveperson.benchmarks.statistics;
