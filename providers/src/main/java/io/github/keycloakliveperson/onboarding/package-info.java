/**
 * From an existing Keycloak to a filled-in LivePerson form: what a LivePerson client is, and the
 * values of LivePerson's form. Plain Java; Keycloak is read and written in {@code keycloak.admin}.
 */
package io.github.keycloakliveperson.onboarding;
