/**
 * The checks of a LivePerson client's setup, and what they found. They look at values only;
 * Keycloak is read in {@code keycloak.admin}.
 */
package io.github.keycloakliveperson.onboarding.check;
