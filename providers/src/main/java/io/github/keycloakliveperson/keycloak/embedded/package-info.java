/**
 * Keycloak's side of the embedded window: answers with the headers that browsers need. What is
 * decided is in {@code window.embedded}.
 */
package io.github.keycloakliveperson.keycloak.embedded;
