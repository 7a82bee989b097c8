package io.github.keycloakliveperson.onboarding.check;

/**
 * What a check found about a client's setup, as it is reported.
 *
 * @param id names the check; stable, for scripts
 * @param fix a sentence that says what to do about it; empty where there is nothing to do
 */
public record Check(String id, Status status, String message, String fix) {}
