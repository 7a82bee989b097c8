package io.github.keycloakliveperson.sde.value;

/** ASCII digits; Java's own tests also take the digits of other scripts. */
final class Digits {

    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Tells whether the stretch holds digits only; an empty stretch does. */
    static boolean areDigits(String text, int from, int to) {
        return end(text, from, to) == to;
    }

    /** Tells where the digits end that begin at {@code from}. */
    static int end(String text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
