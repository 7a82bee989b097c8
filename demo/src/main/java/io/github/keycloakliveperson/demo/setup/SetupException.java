package io.github.keycloakliveperson.demo.setup;

/** Says why the demo's realm could not be created, and what to do. */
public final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetupException(String message) {
        super(message);
    }

    SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
