/**
 * Where a field's value comes from: the grammar of a setting, and the consumer as Keycloak knows
 * them. What the value means is not known here.
 */
package io.github.keycloakliveperson.sde.source;
