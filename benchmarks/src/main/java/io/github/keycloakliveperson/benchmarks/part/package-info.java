/** What is measured: each part for itself, in a few minutes. */
package io.github.keycloakliveperson.benchmarks.part;
