/**
 * The checks of a LivePerson client's set-up, and what they found. They look at values only;
 * Keycloak is read in {@code keycloak.admin}.
 */
package io.github.keycloakliveperson.onboarding.check;
