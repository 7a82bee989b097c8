package io.github.keycloakliveperson.onboarding.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.keycloakliveperson.onboarding.setup.Repair;

/**
 * What a check found about a client's setup, as it is reported.
 *
 * @param id names the check; stable, for scripts
 * @param fix a sentence that says what to do about it; empty where there is nothing to do
 * @param repair what can be done about it without asking
 */
public record Check(
        String id, Status status, String message, String fix, @JsonIgnore Repair repair) {

    /** One that only a person can do something about. */
    public Check(String id, Status status, String message, String fix) {
        this(id, status, message, fix, Repair.NONE);
    }

    /** Whether something can be done about it without asking. */
    public boolean hasRepair() {
        return !repair.equals(Repair.NONE);
    }
}
