/**
 * A client with everything that affects it, as values. Nothing here judges: that is for {@code
 * check}.
 */
package io.github.keycloakliveperson.onboarding.setup;
