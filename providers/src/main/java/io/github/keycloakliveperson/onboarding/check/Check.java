package io.github.keycloakliveperson.onboarding.check;

/**
 * One finding about a client's set-up.
 *
 * @param id names the check; stable, for scripts
 * @param status what was found
 * @param message a sentence that says what is so
 * @param fix a sentence that says what to do about it; empty where there is nothing to do
 */
public record Check(String id, Status status, String message, String fix) {

    /** Something is as it should be. */
    public static Check pass(String id, String message) {
        return new Check(id, Status.PASS, message, "");
    }

    /** Something works, but not as well or as safely as it should. */
    public static Check warn(String id, String message, String fix) {
        return new Check(id, Status.WARN, message, fix);
    }

    /** Something keeps LivePerson from signing consumers in, or should. */
    public static Check fail(String id, String message, String fix) {
        return new Check(id, Status.FAIL, message, fix);
    }
}
