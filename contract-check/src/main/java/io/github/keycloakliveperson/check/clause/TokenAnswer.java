package io.github.keycloakliveperson.check.clause;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keycloakliveperson.check.browser.Reply;
import java.util.Optional;

/**
 * What the token endpoint said.
 *
 * @param reply the HTTP answer
 * @param body its JSON; missing where it isn't any
 */
record TokenAnswer(Reply reply, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static TokenAnswer of(Reply reply) {
        try {
            return new TokenAnswer(reply, JSON.readTree(reply.body()));
        } catch (JsonProcessingException notJson) {
            return new TokenAnswer(reply, MissingNode.getInstance());
        }
    }

    boolean ok() {
        return reply.status() == 200;
    }

    Optional<String> idToken() {
        return Optional.ofNullable(body.path("id_token").textValue());
    }

    Optional<String> error() {
        return Optional.ofNullable(body.path("error").textValue());
    }

    /** Status and error word, for evidence. */
    String describe() {
        String word = error().map(error -> " " + error).orElse("");
        String why =
                Optional.ofNullable(body.path("error_description").textValue())
                        .map(description -> " (" + description + ")")
                        .orElse("");
        return "HTTP " + reply.status() + word + why;
    }
}
