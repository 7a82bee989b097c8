package io.github.keycloakliveperson.check.report;

/** What the check says of one attempt. */
public enum Verdict {
    PASS("pass"),
    /** LivePerson would not accept this. */
    FAIL("fail"),
    /**
     * LivePerson would accept this, or nobody knows whether it would; worth a look all the same.
     */
    WARN("warn"),
    /** Nothing was tried; the evidence says why. */
    NOT_CHECKED("not checked");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word that reports print. */
    public String word() {
        return word;
    }
}
