package io.github.keycloakliveperson.contract.window;

/** The external window's dialect (L22). */
public enum Dialect {
    /** OAuth 2 RFC: connectors made since May 2018. */
    RFC("rfc"),
    /** openID: older connectors, until LivePerson switches them. */
    OPENID("openid");

    private final String word;

    Dialect(String word) {
        this.word = word;
    }

    /** {@return the word on the command line and in pages} */
    @Override
    public String toString() {
        return word;
    }
}
