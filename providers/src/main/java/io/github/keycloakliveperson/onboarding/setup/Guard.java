package io.github.keycloakliveperson.onboarding.setup;

/**
 * What this Keycloak does about mappers that it leaves out (K33).
 *
 * @param present whether the guard looks at every request for tokens
 * @param policiesRestrict whether a client policy can leave out a client's own mappers, too
 */
public record Guard(boolean present, boolean policiesRestrict) {}
