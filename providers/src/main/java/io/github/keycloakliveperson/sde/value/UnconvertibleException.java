package io.github.keycloakliveperson.sde.value;

/**
 * A value isn't what its LivePerson field holds. The message is the reason as the log shows it: it
 * says what was expected and never repeats the value, which is personal data.
 */
public final class UnconvertibleException extends Exception {

    private static final long serialVersionUID = 1L;

    UnconvertibleException(String reason) {
        // no stack trace: broken data is common when tokens are issued
        super(reason, null, false, false);
    }
}
