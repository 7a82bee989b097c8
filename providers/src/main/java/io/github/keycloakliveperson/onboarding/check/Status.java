package io.github.keycloakliveperson.onboarding.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What a check found, from harmless to broken. */
public enum Status {
    /** As it should be. */
    PASS,
    /** It works, but not as well or as safely as it should. */
    WARN,
    /** LivePerson can't sign consumers in, or should not. */
    FAIL;

    /**
     * Tells the word of the Admin API.
     *
     * @return {@code pass}, {@code warn} or {@code fail}
     */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Picks the worst.
     *
     * @param checks any number of checks
     * @return the worst status among them, {@link #PASS} where there are none
     */
    public static Status worstOf(Collection<Check> checks) {
        return checks.stream().map(Check::status).max(Comparator.naturalOrder()).orElse(PASS);
    }
}
