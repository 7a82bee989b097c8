package io.github.keycloakliveperson.onboarding.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What a check found, from harmless to broken. */
public enum Status {
    PASS,
    WARN,
    /** LivePerson can't sign consumers in, or should not. */
    FAIL;

    /** {@code pass}, {@code warn} or {@code fail}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worst status among them, {@link #PASS} where there are none. */
    public static Status worstOf(Collection<Check> checks) {
        return checks.stream().map(Check::status).max(Comparator.naturalOrder()).orElse(PASS);
    }
}
