/**
 * Withholds tokens where a mapper that must see them would not run (K33). What a mapper does with a
 * token belongs to the mapper; the hook that asks this guard is in {@code keycloak.server}.
 */
package io.github.keycloakliveperson.guard;
