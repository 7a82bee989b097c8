package io.github.keycloakliveperson.check.browser;

/** The consumer couldn't be signed in, for a reason that concerns every attempt. */
public final class SignInException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SignInException(String message) {
        super(message);
    }
}
