package io.github.keycloakliveperson.check.target;

/** What the external window speaks (L22). */
public enum Dialect {
    /** OAuth 2 RFC: connectors made since May 2018. */
    RFC("rfc"),
    /** openID: older connectors. */
    OPENID("openid");

    private final String word;

    Dialect(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
