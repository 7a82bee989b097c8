package io.github.keycloakliveperson.contract.window;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was sent through the sign-in and what came back, character by character (L25, L28).
 *
 * @param sent the raw characters that were sent
 * @param returned the raw characters that came back; empty when nothing did
 */
public record StateComparison(String sent, Optional<String> returned) {

    private static final int CONTEXT = 12;

    /** {@return whether the same characters came back} */
    public boolean identical() {
        return returned.isPresent() && returned.get().equals(sent);
    }

    /**
     * @return the index of the first character or escape that differs, the shorter one's length
     *     where one begins with the other; empty when identical or nothing came back
     */
    public OptionalInt firstDifference() {
        if (returned.isEmpty() || identical()) {
            return OptionalInt.empty();
        }
        var came = returned.get();
        var shorter = Math.min(sent.length(), came.length());
        for (int i = 0; i < shorter; i++) {
            if (sent.charAt(i) != came.charAt(i)) {
                return OptionalInt.of(wholeEscape(sent, wholeEscape(came, i)));
            }
        }
        return OptionalInt.of(shorter);
    }

    /** {@return in words: identical, missing, or where the first difference is} */
    public String verdict() {
        if (identical()) {
            return "All " + sent.length() + " characters came back as they were sent.";
        }
        if (returned.isEmpty()) {
            return "None of the " + sent.length() + " characters came back.";
        }
        var came = returned.get();
        var at = firstDifference().orElseThrow();
        return sent.length()
                + " characters were sent, and "
                + came.length()
                + " came back. The first difference is at character "
                + (at + 1)
                + ": sent “"
                + around(sent, at)
                + "”, returned “"
                + around(came, at)
                + "”.";
    }

    /** Steps back to the percent sign of the escape at this position. */
    private static int wholeEscape(String text, int at) {
        var percent = text.lastIndexOf('%', at);
        return percent >= 0 && at - percent < 3 ? percent : at;
    }

    private static String around(String text, int at) {
        return text.substring(Math.min(at, text.length()), Math.min(at + CONTEXT, text.length()));
    }

    @Override
    public String toString() {
        return "StateComparison[identical=" + identical() + "]";
    }
}
