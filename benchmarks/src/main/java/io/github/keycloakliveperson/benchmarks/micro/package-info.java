/** Measured inside one JVM, with JMH. */
package io.github.keycloakliveperson.benchmarks.micro;
