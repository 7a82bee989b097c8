/**
 * What every integration test stands on: one running Keycloak for all, a realm for each, a browser
 * without a window.
 */
package io.github.keycloakliveperson.it.harness;
