package io.github.keycloakliveperson.it.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.browser.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a token endpoint answered. */
public record TokenAnswer(Reply response, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static TokenAnswer of(Reply response) {
        return new TokenAnswer(response, json(response.body()));
    }

    /** The HTTP status. */
    public int status() {
        return response.status();
    }

    /** A member of the JSON answer as text; {@code null} when it isn't there. */
    public String text(String member) {
        return body.hasNonNull(member) ? body.get(member).asText() : null;
    }

    /** The id_token as it came. */
    public String idToken() {
        return text("id_token");
    }

    /** The claims of the (signed, not encrypted) id_token, signature unchecked. */
    public JsonNode idTokenClaims() {
        return claims(idToken());
    }

    /** The claims of a compact JWS, signature unchecked. */
    public static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return json(new String(payload, StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }
}
