/** This Keycloak itself: its addresses, and whether it has the hook of the token guard. */
package io.github.keycloakliveperson.keycloak.server;
