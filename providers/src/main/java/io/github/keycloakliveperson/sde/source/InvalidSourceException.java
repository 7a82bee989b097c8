package io.github.keycloakliveperson.sde.source;

/**
 * A setting names no usable source. The message goes on after the setting's name, says what to
 * write instead, and never repeats a constant, which may be about a person.
 */
public final class InvalidSourceException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidSourceException(String message) {
        super(message, null, false, false);
    }
}
