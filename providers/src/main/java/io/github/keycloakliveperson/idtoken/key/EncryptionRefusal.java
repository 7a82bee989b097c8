package io.github.keycloakliveperson.idtoken.key;

/**
 * Says why id_tokens cannot be encrypted, and what to do about it. Both sentences are ASCII without
 * quotes, apostrophes, braces and backslashes: they pass unchanged through Keycloak's message
 * formatting and are legal in {@code error_description} (RFC 6749 §5.2). They never hold key
 * material, a token or a claim.
 */
public final class EncryptionRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String COPY_AGAIN = "Copy the whole key again and paste it unchanged.";

    private final String problem;
    private final String fix;

    public EncryptionRefusal(String problem, String fix) {
        // No cause and no stack trace: a library's message could quote what was pasted.
        super(problem + " " + fix, null, false, false);
        this.problem = problem;
        this.fix = fix;
    }

    /** The content of a place is neither key nor certificate, or only half of one. */
    static EncryptionRefusal damaged(String place) {
        return new EncryptionRefusal(
                "The content of " + place + " is neither a public key nor a certificate.",
                COPY_AGAIN);
    }

    /** A part of a key or certificate is damaged: {@code what} and its place, and what it isn't. */
    static EncryptionRefusal damaged(String what, String place, String why) {
        return new EncryptionRefusal(what + " in " + place + " " + why + ".", COPY_AGAIN);
    }

    /** A paste in an unknown form. */
    static EncryptionRefusal unreadable(String place, String why) {
        return new EncryptionRefusal(
                "The content of " + place + " cannot be read: " + why + ".",
                "Paste base64 of the public key, a PEM public key, PEM certificates, a JWK or a"
                        + " JWKS, exactly as LivePerson supplies it.");
    }

    /** A key that isn't LivePerson's for RSA-OAEP-256, and why it can't be. */
    static EncryptionRefusal wrongKey(String place, String why) {
        return new EncryptionRefusal(
                "The key in " + place + " " + why + ".",
                "Paste the RSA key that LivePerson supplies for RSA-OAEP-256.");
    }

    /** A key of an algorithm that isn't RSA. */
    static EncryptionRefusal wrongAlgorithm(String place, String algorithm) {
        return wrongKey(place, "is of the algorithm " + algorithm + ", not RSA");
    }

    /** A private or symmetric key, which must never have been pasted. */
    static EncryptionRefusal secret(String place) {
        return new EncryptionRefusal(
                "There is a private or secret key in " + place + ".",
                "Paste only the public key of LivePerson. The private key is disclosed now: its owner has to replace it.");
    }

    /** What is wrong, and where: a sentence. */
    public String problem() {
        return problem;
    }

    /** What the administrator can do: a sentence. */
    public String fix() {
        return fix;
    }
}
