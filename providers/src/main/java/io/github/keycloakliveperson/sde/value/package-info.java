/**
 * Conversions of a text to the JSON value of a LivePerson field (L9). Plain Java: no Keycloak type,
 * no setting and no log.
 */
package io.github.keycloakliveperson.sde.value;
