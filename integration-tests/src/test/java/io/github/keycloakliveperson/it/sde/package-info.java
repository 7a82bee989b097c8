/** The two SDE mappers in a real Keycloak with the packaged JAR. */
package io.github.keycloakliveperson.it.sde;
