package io.github.keycloakliveperson.check.target;

/** What the connector's authentication type and PKCE switch come to. */
public enum Flow {
    CODE("code"),
    CODE_PKCE("code-pkce"),
    IMPLICIT("implicit");

    private final String word;

    Flow(String word) {
        this.word = word;
    }

    /** The word on the command line and in reports. */
    public String word() {
        return word;
    }

    /** Whether LivePerson's server calls the token endpoint in this flow. */
    public boolean hasTokenCall() {
        return this != IMPLICIT;
    }

    /** Whether LivePerson sends a challenge and a verifier (L19). */
    public boolean hasPkce() {
        return this == CODE_PKCE;
    }

    @Override
    public String toString() {
        return word;
    }
}
