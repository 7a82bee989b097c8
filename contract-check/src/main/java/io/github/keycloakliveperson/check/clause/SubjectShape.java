package io.github.keycloakliveperson.check.clause;

import java.util.regex.Pattern;

/** What a sub must not look like (L3). */
final class SubjectShape {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{7,20}");
    private static final Pattern COUNTER = Pattern.compile("[0-9]{1,12}");
    private static final int SHORTEST = 8;

    private SubjectShape() {}

    /** Why somebody could guess it; empty where nothing speaks for that. */
    static String guessable(String sub) {
        if (sub.isEmpty()) {
            return "there is none";
        }
        if (sub.contains("@")) {
            return "it looks like an e-mail address";
        }
        if (COUNTER.matcher(sub).matches()) {
            return "it looks like a counter";
        }
        if (PHONE.matcher(sub).matches()) {
            return "it looks like a phone number";
        }
        return sub.length() < SHORTEST ? "it has " + sub.length() + " characters only" : "";
    }
}
