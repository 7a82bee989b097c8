package io.github.keycloakliveperson.contract.token;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import java.util.regex.Pattern;

/** L3: what the consumer's id must not look like. */
final class Subject {

    private static final String ATTEMPT = "sub cannot be guessed";
    private static final String MEND =
            "Use a random, lasting id: no e-mail, no phone number, no counter.";

    /** With a plus, a leading zero or separators: digits alone may as well be a counter. */
    private static final Pattern PHONE =
            Pattern.compile("(?=(\\D*\\d){7,15}\\D*)(\\+|0|[0-9]+[ ()/.-])[0-9 ()/.-]*");

    private static final Pattern COUNTER = Pattern.compile("[0-9]{1,15}");

    /** Keycloak's id of a user from a storage provider, with that provider's own id behind. */
    private static final Pattern FEDERATED = Pattern.compile("f:[^:]*:.*");

    private static final int SHORTEST = 8;

    private Subject() {}

    static void judge(String sub, Findings out) {
        if (sub.isBlank()) {
            out.fail(Clause.L3, ATTEMPT, LivePersonError.CLAIM_MISSING, "there is no sub");
        } else if (sub.contains("@")) {
            out.fail(Clause.L3, ATTEMPT, "it looks like an e-mail address", MEND);
        } else if (PHONE.matcher(sub).matches()) {
            out.fail(Clause.L3, ATTEMPT, "it looks like a phone number", MEND);
        } else if (COUNTER.matcher(sub).matches()) {
            out.warn(Clause.L3, ATTEMPT, "it looks like a counter", MEND);
        } else if (FEDERATED.matcher(sub).matches()) {
            out.warn(Clause.L3, ATTEMPT, "it ends with the id of a user storage", MEND);
        } else if (sub.length() < SHORTEST) {
            out.warn(Clause.L3, ATTEMPT, "it has " + sub.length() + " characters only", MEND);
        } else {
            out.pass(Clause.L3, ATTEMPT, sub.length() + " characters");
        }
    }
}
