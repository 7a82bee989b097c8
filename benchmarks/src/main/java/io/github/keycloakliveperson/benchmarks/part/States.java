package io.github.keycloakliveperson.benchmarks.part;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * States as LivePerson's window sends them: percent-encoded JSON (L25). No two are the same: if a
 * client repeats its state, Keycloak has nothing to write, and no real client does that.
 */
final class States {

    private static final String BEGIN = "%7B%22lpUnifiedWindowConfig%22%3A%7B%22a%22%3A%22";
    private static final String END = "%22%7D%7D";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int padding;

    private States(int characters) {
        padding = characters - BEGIN.length() - END.length();
    }

    /** States of so many raw characters. */
    static States of(int characters) {
        return new States(characters);
    }

    /** Another one. */
    String next() {
        var number = Integer.toString(COUNT.incrementAndGet());
        return BEGIN + number + "x".repeat(padding - number.length()) + END;
    }
}
