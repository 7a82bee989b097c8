package io.github.keycloakliveperson.onboarding;

/** A request has faults; all of them are named. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.errorDescription());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
