package io.github.keycloakliveperson.contract.clause;

/** The result of an attempt; from best to worst, if anything was tried. */
public enum Verdict {
    PASS("pass"),
    /** It works but is not recommended, or nobody outside LivePerson knows. */
    WARN("warn"),
    /** LivePerson's documents say that it is refused, or the consumer isn't recognized. */
    FAIL("fail"),
    /** Nothing was tried; the evidence says why. */
    NOT_CHECKED("not checked");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** {@return the word that reports print} */
    public String word() {
        return word;
    }
}
