/** The admin endpoints: reads and writes Keycloak for {@code onboarding}, which decides. */
package io.github.keycloakliveperson.keycloak.admin;
