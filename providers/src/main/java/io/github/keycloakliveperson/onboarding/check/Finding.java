package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Repair;

/**
 * What a check found: sentences that say what is so, and what to do about it; and what can be done
 * without asking.
 */
record Finding(Status status, String message, String fix, Repair repair) {

    private Finding(Status status, String message, String fix) {
        this(status, message, fix, Repair.NONE);
    }

    /** Something is as it should be. */
    static Finding pass(String message) {
        return new Finding(Status.PASS, message, "");
    }

    /** Something works, but not as well or as safely as it should. */
    static Finding warn(String message, String fix) {
        return new Finding(Status.WARN, message, fix);
    }

    /** The same, which this puts right. */
    Finding repairedBy(Repair safe) {
        return new Finding(status, message, fix, safe);
    }

    /** Something keeps LivePerson from signing consumers in, or should. */
    static Finding fail(String message, String fix) {
        return new Finding(Status.FAIL, message, fix);
    }
}
