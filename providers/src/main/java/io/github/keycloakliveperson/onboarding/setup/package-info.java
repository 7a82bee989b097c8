/**
 * A client with all that bears on it, as values. Nothing here judges: that is for {@code check}.
 */
package io.github.keycloakliveperson.onboarding.setup;
