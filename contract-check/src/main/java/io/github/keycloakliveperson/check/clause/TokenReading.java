package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.target.LivePersonKey;
import java.util.Optional;

/**
 * An id_token, or why there is none.
 *
 * @param token what was read
 * @param problem a clause of a sentence; empty where there is a token
 * @param compact the token as it came, where one came
 */
record TokenReading(Optional<IdToken> token, String problem, Optional<String> compact) {
    static TokenReading none(String problem) {
        return new TokenReading(Optional.empty(), problem, Optional.empty());
    }

    static TokenReading of(String compact, Optional<LivePersonKey> key) {
        try {
            IdToken token = IdToken.read(compact, key);
            return new TokenReading(Optional.of(token), "", Optional.of(compact));
        } catch (IdToken.Unreadable unreadable) {
            return new TokenReading(
                    Optional.empty(), unreadable.getMessage(), Optional.of(compact));
        }
    }
}
