package io.github.keycloakliveperson.contract.clause;

/**
 * Something about a token or an answer that does not make LivePerson refuse it.
 *
 * @param clause the contract's clause, such as {@code L9}
 * @param severity how bad it is
 * @param message what is wrong, where, and what to do, without personal data
 */
public record Finding(String clause, Severity severity, String message) {

    /** How bad a finding is. */
    public enum Severity {
        /** The contract is broken: data is lost or a guarantee does not hold. */
        BREACH,
        /** Allowed, yet worth a look. */
        NOTE
    }

    public static Finding breach(String clause, String message) {
        return new Finding(clause, Severity.BREACH, message);
    }

    public static Finding note(String clause, String message) {
        return new Finding(clause, Severity.NOTE, message);
    }

    /**
     * @return whether the contract is broken
     */
    public boolean isBreach() {
        return severity == Severity.BREACH;
    }
}
