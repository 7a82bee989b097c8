package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.token.Verification;
import java.util.List;
import java.util.Optional;

/**
 * An id_token as LivePerson judges it, or why there is none.
 *
 * @param token what LivePerson makes of it, accepted or not; empty where none came
 * @param problem a clause of a sentence; empty where a token came
 * @param compact the token as it came; empty where none did
 */
record TokenReading(Optional<Verification> token, String problem, String compact) {

    static TokenReading none(String problem) {
        return new TokenReading(Optional.empty(), problem, "");
    }

    static TokenReading of(Verification token, String compact) {
        return new TokenReading(Optional.of(token), "", compact);
    }

    List<Finding> findings() {
        return token.map(Verification::findings).orElse(List.of());
    }

    /** A claim as text, as far as the token could be read; else nothing. */
    String claim(String name) {
        return token.map(read -> read.claims().path(name).asText("")).orElse("");
    }

    /** Whether it could be read, accepted or not. */
    boolean readable() {
        return token.map(read -> read.claims().isObject()).orElse(false);
    }

    /** Why it couldn't be read. */
    String trouble() {
        return token.flatMap(Verification::refusal).map(Finding::evidence).orElse(problem);
    }
}
