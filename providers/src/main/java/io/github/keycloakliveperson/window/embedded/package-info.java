/**
 * The embedded window (L31–L34): script and page of the silent sign-in, and which pages may have an
 * answer. Requests and responses are Keycloak's side, in {@code keycloak.embedded}.
 */
package io.github.keycloakliveperson.window.embedded;
