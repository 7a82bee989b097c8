package io.github.keycloakliveperson.benchmarks.part;

/** States as LivePerson's window sends them: percent-encoded JSON (L25). */
final class States {

    private static final String BEGIN = "%7B%22lpUnifiedWindowConfig%22%3A%7B%22a%22%3A%22";
    private static final String END = "%22%7D%7D";

    private States() {}

    /** A state of so many raw characters. */
    static String of(int characters) {
        return BEGIN + "x".repeat(characters - BEGIN.length() - END.length()) + END;
    }
}
