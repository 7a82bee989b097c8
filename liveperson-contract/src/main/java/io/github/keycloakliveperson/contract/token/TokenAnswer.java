package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Refusal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the token endpoint answered, read by L20.
 *
 * @param status the HTTP status; 0 when there was no answer
 * @param contentType the header, empty when absent
 * @param cacheControl the header, empty when absent
 * @param body the JSON body; a missing node where it is not JSON
 * @param refusal why LivePerson gives up; empty when there is an id_token
 */
public record TokenAnswer(
        int status,
        String contentType,
        String cacheControl,
        JsonNode body,
        Optional<Refusal> refusal) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static TokenAnswer of(HttpResponse<String> response, boolean pkce) {
        var body = parse(response.body());
        return new TokenAnswer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Cache-Control").orElse(""),
                body,
                refusal(response.statusCode(), body, pkce));
    }

    static TokenAnswer none(String why) {
        var refusal = new Refusal(LivePersonError.TOKEN_ENDPOINT_SLOW, "L20", why);
        return new TokenAnswer(0, "", "", MissingNode.getInstance(), Optional.of(refusal));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<Refusal> refusal(int status, JsonNode body, boolean pkce) {
        if (status == 200 && body.path("id_token").isTextual()) {
            return Optional.empty();
        }
        var error = body.path("error").asText("");
        if (status == 200) {
            return Optional.of(
                    new Refusal(
                            LivePersonError.CODE_REFUSED,
                            "L20",
                            "The token endpoint answered 200 without an id_token."
                                    + " Is openid in the scope?"));
        }
        var number =
                aboutPkce(body, pkce)
                        ? LivePersonError.PKCE_VERIFIER
                        : LivePersonError.CODE_REFUSED;
        var why = "The token endpoint answered " + status;
        return Optional.of(
                new Refusal(
                        number,
                        "L20",
                        error.isEmpty() ? why + "." : why + ", error " + error + "."));
    }

    private static boolean aboutPkce(JsonNode body, boolean pkce) {
        var description = body.path("error_description").asText("").toLowerCase(Locale.ROOT);
        return description.contains("pkce")
                || description.contains("code_verifier")
                || pkce && description.contains("verifier");
    }

    /**
     * @return the id_token, empty when the code was refused
     */
    public Optional<String> idToken() {
        return refusal.isPresent()
                ? Optional.empty()
                : Optional.of(body.path("id_token").textValue());
    }

    /**
     * @return the OAuth error code, empty when there is none
     */
    public Optional<String> error() {
        return Optional.ofNullable(body.path("error").textValue());
    }

    /**
     * @return what is not as L20 says although LivePerson may get by with it
     */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            findings.add(
                    Finding.breach("L20", "The answer's Content-Type is not application/json."));
        }
        if (!cacheControl.toLowerCase(Locale.ROOT).contains("no-store")) {
            findings.add(Finding.breach("L20", "The answer may be stored: no-store is missing."));
        }
        if (status == 200) {
            if (!"bearer".equalsIgnoreCase(body.path("token_type").asText(""))) {
                findings.add(Finding.breach("L20", "token_type is not Bearer."));
            }
            if (body.path("access_token").asText("").isEmpty()) {
                findings.add(Finding.breach("L20", "access_token is missing; any value will do."));
            }
        } else if (status != 400 || error().isEmpty()) {
            findings.add(
                    Finding.note(
                            "L20",
                            "A refusal is documented as 400 with error; this is " + status + "."));
        }
        return List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "TokenAnswer[status=" + status + "]";
    }
}
