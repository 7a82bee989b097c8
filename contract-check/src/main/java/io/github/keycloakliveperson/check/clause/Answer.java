package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.browser.Outcome;
import io.github.keycloakliveperson.contract.window.Landing;
import java.util.Optional;

/**
 * What an authorization request led to, and the parameter it was made for.
 *
 * @param outcome how it ended
 * @param name the parameter expected in the answer: {@code code}, {@code id_token}, {@code token}
 */
record Answer(Outcome outcome, String name) {
    Optional<Landing> landing() {
        return outcome instanceof Outcome.Returned returned
                ? Optional.of(returned.landing())
                : Optional.empty();
    }

    /** The parameter's decoded value. */
    Optional<String> value() {
        return landing().flatMap(landing -> landing.value(name));
    }

    boolean given() {
        return value().isPresent();
    }

    /** In a few words, for evidence. */
    String describe() {
        if (given()) {
            return name + " in the " + landing().orElseThrow().place(name);
        }
        return outcome instanceof Outcome.Returned returned
                        && returned.landing().value("error").isEmpty()
                ? "an answer without " + name + ", with " + parameters(returned.landing())
                : outcome.describe();
    }

    private static String parameters(Landing landing) {
        var names = new java.util.TreeSet<>(landing.query().names());
        names.addAll(landing.fragment().names());
        names.addAll(landing.posted().names());
        return names.isEmpty() ? "no parameters" : String.join(", ", names);
    }
}
