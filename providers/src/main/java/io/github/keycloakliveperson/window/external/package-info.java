/**
 * The external window (L22–L30): LivePerson's request, the one to the stock endpoint, the waiting
 * window, and the answer. Plain Java; requests and responses are Keycloak's side, in {@code
 * keycloak.external}.
 */
package io.github.keycloakliveperson.window.external;
