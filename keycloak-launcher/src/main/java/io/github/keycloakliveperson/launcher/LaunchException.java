package io.github.keycloakliveperson.launcher;

/** Says why a Keycloak server could not be started, and what to do. */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
