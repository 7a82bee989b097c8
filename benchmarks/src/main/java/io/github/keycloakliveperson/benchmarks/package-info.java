/** Measures the packaged JAR against stock Keycloak. */
package io.github.keycloakliveperson.benchmarks;
