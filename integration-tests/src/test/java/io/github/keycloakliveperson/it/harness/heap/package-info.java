/**
 * What a server's JVM keeps alive, to the byte: read from a heap dump in the format HPROF 1.0.2, as
 * the JDK writes it.
 */
package io.github.keycloakliveperson.it.harness.heap;
