/**
 * The realm endpoints, as Keycloak finds them. This package and those below are the only ones that
 * touch Keycloak's internals; decisions belong to plain Java outside.
 */
package io.github.keycloakliveperson.keycloak;
