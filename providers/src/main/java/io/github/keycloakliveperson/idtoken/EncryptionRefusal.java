package io.github.keycloakliveperson.idtoken;

/**
 * Says why id_tokens cannot be encrypted, and what to do about it. Both sentences are ASCII without
 * quotes, apostrophes, braces and backslashes: they pass unchanged through Keycloak's message
 * formatting and are legal in {@code error_description} (RFC 6749 §5.2). They never hold key
 * material, a token or a claim.
 */
public final class EncryptionRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String fix;

    EncryptionRefusal(String problem, String fix) {
        // No cause and no stack trace: a library's message could quote what was pasted.
        super(problem + " " + fix, null, false, false);
        this.problem = problem;
        this.fix = fix;
    }

    /**
     * Tells what is wrong and where.
     *
     * @return a sentence
     */
    public String problem() {
        return problem;
    }

    /**
     * Tells what the administrator can do.
     *
     * @return a sentence
     */
    public String fix() {
        return fix;
    }
}
