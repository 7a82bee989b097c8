package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the token endpoint answered, read by L20.
 *
 * @param status the HTTP status; 0 when there was no answer
 * @param contentType the header, empty when absent
 * @param cacheControl the header, empty when absent
 * @param body the JSON body; a missing node where it is not JSON
 * @param wanted what LivePerson needs from it: {@code id_token}, or {@code access_token} for a bot
 * @param refusal why LivePerson gives up; empty when it has what it needs
 */
public record TokenAnswer(
        int status,
        String contentType,
        String cacheControl,
        JsonNode body,
        String wanted,
        Optional<Finding> refusal) {

    static final String ID_TOKEN = "id_token";
    static final String ACCESS_TOKEN = "access_token";

    private static final String ATTEMPT = "token answer";
    private static final Set<String> ERROR_WORDS =
            Set.of(
                    // RFC 6749 §5.2
                    "invalid_request",
                    "invalid_client",
                    "invalid_grant",
                    "unauthorized_client",
                    "unsupported_grant_type",
                    "invalid_scope",
                    // LivePerson's own
                    "invalid_code",
                    "json_parse_error");

    private static final ObjectMapper JSON = new ObjectMapper();

    static TokenAnswer of(HttpResponse<String> response, String wanted, boolean pkce) {
        var body = parse(response.body());
        return new TokenAnswer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Cache-Control").orElse(""),
                body,
                wanted,
                refusal(response.statusCode(), body, wanted, pkce));
    }

    static TokenAnswer none(String why) {
        var refusal = Finding.fail(L20, ATTEMPT, TOKEN_ENDPOINT_SLOW, why);
        return new TokenAnswer(0, "", "", MissingNode.getInstance(), "", Optional.of(refusal));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<Finding> refusal(
            int status, JsonNode body, String wanted, boolean pkce) {
        if (status == 200 && body.path(wanted).isTextual()) {
            return Optional.empty();
        }
        if (status == 200) {
            var hint = wanted.equals(ID_TOKEN) ? "; is openid in the scope?" : "";
            var why = "HTTP 200 without an " + wanted + hint;
            return Optional.of(Finding.fail(L20, ATTEMPT, CODE_REFUSED, why));
        }
        var error = aboutPkce(body, pkce) ? PKCE_VERIFIER : CODE_REFUSED;
        return Optional.of(Finding.fail(L20, ATTEMPT, error, describe(status, body)));
    }

    private static boolean aboutPkce(JsonNode body, boolean pkce) {
        var description = body.path("error_description").asText("").toLowerCase(Locale.ROOT);
        return description.contains("pkce")
                || description.contains("code_verifier")
                || pkce && description.contains("verifier");
    }

    /** {@return the id_token, empty when the code was refused} */
    public Optional<String> idToken() {
        return token(ID_TOKEN);
    }

    /** {@return the access token, empty when the code was refused} */
    public Optional<String> accessToken() {
        return token(ACCESS_TOKEN);
    }

    /** {@return the refresh token, where there is one} */
    public Optional<String> refreshToken() {
        return token("refresh_token");
    }

    private Optional<String> token(String name) {
        return refusal.isPresent()
                ? Optional.empty()
                : Optional.ofNullable(body.path(name).textValue());
    }

    /** {@return the OAuth error code, empty when there is none} */
    public Optional<String> error() {
        return Optional.ofNullable(body.path("error").textValue());
    }

    /** {@return whether the code was redeemed} */
    public boolean ok() {
        return status == 200;
    }

    /** {@return status and error code, for evidence} */
    public String describe() {
        return status == 0 ? refusal.orElseThrow().evidence() : describe(status, body);
    }

    private static String describe(int status, JsonNode body) {
        var word = body.path("error").asText("");
        var why = body.path("error_description").asText("");
        return "HTTP "
                + status
                + (word.isEmpty() ? "" : " " + word)
                + (why.isEmpty() ? "" : " (" + why + ")");
    }

    /** {@return what L20 says of an answer with tokens} */
    public Finding finding() {
        List<String> wrong = new ArrayList<>();
        if (!ok()) {
            wrong.add(describe());
        }
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            wrong.add("Content-Type " + (contentType.isEmpty() ? "none" : contentType));
        }
        if (!cacheControl.toLowerCase(Locale.ROOT).contains("no-store")) {
            wrong.add("no Cache-Control: no-store");
        }
        if (!body.path(ACCESS_TOKEN).isTextual()) {
            wrong.add("no access_token");
        }
        if (!"bearer".equalsIgnoreCase(body.path("token_type").asText(""))) {
            wrong.add("token_type is not Bearer");
        }
        if (wanted.equals(ID_TOKEN) && !body.path(ID_TOKEN).isTextual()) {
            wrong.add("no id_token");
        }
        var out = new Findings();
        out.on(L20, ATTEMPT, "Ask for the scope openid and answer as RFC 6749 §5.1 says.")
                .judge(
                        wrong.isEmpty(),
                        "200, JSON, no-store, Bearer, access_token"
                                + (wanted.equals(ID_TOKEN) ? " and id_token" : ""),
                        String.join("; ", wrong));
        return out.list().get(0);
    }

    /**
     * @param attempt what should have been refused
     * @return what L20 says of the refusal
     */
    public Finding refusalFinding(String attempt) {
        var out = new Findings();
        if (ok()) {
            out.on(L20, attempt, "Redeem every code only once.").fail(describe());
        } else if (status == 400 && error().map(ERROR_WORDS::contains).orElse(false)) {
            out.pass(L20, attempt, describe());
        } else {
            out.on(L20, attempt, "Refuse with HTTP 400 and an error code of RFC 6749 §5.2.")
                    .warn(describe());
        }
        return out.list().get(0);
    }

    @Override
    public String toString() {
        return "TokenAnswer[status=" + status + "]";
    }
}
