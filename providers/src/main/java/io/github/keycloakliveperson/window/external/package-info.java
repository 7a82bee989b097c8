/**
 * The external window (L22–L30): what LivePerson asks, what the stock endpoint is asked for it,
 * what waits meanwhile, and what the window is told. Plain Java; requests and responses are
 * Keycloak's side, in {@code keycloak.external}.
 */
package io.github.keycloakliveperson.window.external;
