package io.github.keycloakliveperson.it.operations;

/** A sign-in that didn't reach LivePerson, and how the consumer was told. */
final class Detour extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the consumer or LivePerson's server saw. */
    enum Kind {
        /** Nothing but the reverse proxy answered: trying again is all there is to do. */
        GATEWAY,
        /** The error page that says how to go on. */
        WAY_ON,
        /** Anything else. */
        OTHER
    }

    private final transient Kind kind;

    Detour(Kind kind, String what) {
        super(what);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
