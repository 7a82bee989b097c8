package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import io.github.keycloakliveperson.contract.clause.Findings;
import java.util.regex.Pattern;

/** L3: what the consumer's id must not resemble. */
final class Subject {

    private static final String ATTEMPT = "sub cannot be guessed";
    private static final String FIX =
            "Use a random, permanent id: no e-mail address, no phone number, no counter.";

    /** With a plus, a leading zero or separators: digits alone may as well be a counter. */
    private static final Pattern PHONE =
            Pattern.compile("(?=(\\D*\\d){7,15}\\D*)(\\+|0|[0-9]+[ ()/.-])[0-9 ()/.-]*");

    private static final Pattern COUNTER = Pattern.compile("[0-9]{1,15}");

    /** Keycloak's id of a user from a storage provider, with that provider's own id at the end. */
    private static final Pattern FEDERATED = Pattern.compile("f:[^:]*:.*");

    private static final int SHORTEST = 8;

    private Subject() {}

    static void judge(String sub, Findings out) {
        var guessed = out.on(L3, ATTEMPT, FIX);
        if (sub.isBlank()) {
            out.on(L3, ATTEMPT, CLAIM_MISSING).fail("there is no sub");
        } else if (sub.contains("@")) {
            guessed.fail("it looks like an e-mail address");
        } else if (PHONE.matcher(sub).matches()) {
            guessed.fail("it looks like a phone number");
        } else if (COUNTER.matcher(sub).matches()) {
            guessed.warn("it looks like a counter");
        } else if (FEDERATED.matcher(sub).matches()) {
            guessed.warn("it ends with the user's id in a user storage");
        } else if (sub.length() < SHORTEST) {
            guessed.warn("it has only " + sub.length() + " characters");
        } else {
            guessed.pass(sub.length() + " characters");
        }
    }
}
