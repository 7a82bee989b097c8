/**
 * Runs a real Keycloak server from its published distribution, for the tests and the demo alike,
 * with neither Docker nor an installation.
 *
 * <p>{@link io.github.keycloakliveperson.launcher.KeycloakServer} is the way in.
 */
package io.github.keycloakliveperson.launcher;
