package io.github.keycloakliveperson.onboarding.check;

/** What a check found: sentences that say what is so, and what to do about it. */
record Finding(Status status, String message, String fix) {

    /** Something is as it should be. */
    static Finding pass(String message) {
        return new Finding(Status.PASS, message, "");
    }

    /** Something works, but not as well or as safely as it should. */
    static Finding warn(String message, String fix) {
        return new Finding(Status.WARN, message, fix);
    }

    /** Something keeps LivePerson from signing consumers in, or should. */
    static Finding fail(String message, String fix) {
        return new Finding(Status.FAIL, message, fix);
    }
}
