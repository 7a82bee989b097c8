/** Makes the demo's realm out of the realm template, by Keycloak's admin API. */
package io.github.keycloakliveperson.demo.setup;
