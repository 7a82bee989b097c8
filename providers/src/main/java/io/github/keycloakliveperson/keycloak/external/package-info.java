/**
 * Keycloak's side of the external window: requests in, redirects and pages out. What is decided is
 * in {@code window.external}.
 */
package io.github.keycloakliveperson.keycloak.external;
