/** The checks of a LivePerson client's set-up: one class for each thing that can be wrong. */
package io.github.keycloakliveperson.onboarding.check;
