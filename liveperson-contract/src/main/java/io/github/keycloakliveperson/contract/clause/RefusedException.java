package io.github.keycloakliveperson.contract.clause;

/** Ends a step of the verification early; carries the finding that fails. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    /**
     * @param clause the clause that is broken
     * @param attempt what was tried
     * @param error LivePerson's error
     * @param evidence what was seen, without personal data
     */
    public RefusedException(Clause clause, String attempt, LivePersonError error, String evidence) {
        super(clause + ": " + attempt + ": " + evidence);
        this.finding = Finding.fail(clause, attempt, error, evidence);
    }

    /** {@return why} */
    public Finding finding() {
        return finding;
    }
}
