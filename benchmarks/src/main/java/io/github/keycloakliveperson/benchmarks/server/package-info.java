/** Real Keycloak servers, their realms and their consumers. */
package io.github.keycloakliveperson.benchmarks.server;
