package io.github.keycloakliveperson.it.idtoken;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * All that leaves the server with an answer: its body and the address it redirects to.
 *
 * @param status the HTTP status
 * @param text everything in which a token could stand
 */
record Leaving(int status, String text) {

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+(?:\\.[\\w-]*){2,4}");

    static Leaving of(Reply answer) {
        return new Leaving(
                answer.status(), answer.header("Location").orElse("") + "\n" + answer.body());
    }

    static Leaving of(TokenAnswer answer) {
        return of(answer.response());
    }

    /** Every JWS and JWE. */
    List<String> tokens() {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The encrypted ones. */
    List<String> encrypted() {
        return tokens().stream().filter(token -> parts(token) == 5).toList();
    }

    /** The id_tokens that whoever holds them can read. */
    List<String> readableIdTokens() {
        return tokens().stream()
                .filter(token -> parts(token) == 3)
                .filter(token -> "ID".equals(type(TokenAnswer.claims(token))))
                .toList();
    }

    private static int parts(String token) {
        return token.split("\\.", -1).length;
    }

    private static String type(JsonNode claims) {
        return claims.path("typ").asText();
    }
}
