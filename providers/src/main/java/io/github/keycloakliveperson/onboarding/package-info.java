/**
 * From an existing Keycloak to a filled-in LivePerson form: what a LivePerson client is, the values
 * of LivePerson's form, and the checks of a client's set-up. Plain Java; Keycloak is read and
 * written elsewhere.
 */
package io.github.keycloakliveperson.onboarding;
