package io.github.keycloakliveperson.contract.clause;

/** Ends a step of the verification early; carries the {@link Refusal}. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(LivePersonError error, String clause, String why) {
        super(clause + ": " + why);
        this.refusal = new Refusal(error, clause, why);
    }

    /**
     * @return why
     */
    public Refusal refusal() {
        return refusal;
    }
}
