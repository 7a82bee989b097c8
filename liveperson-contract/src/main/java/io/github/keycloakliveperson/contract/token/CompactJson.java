package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.io.IOException;
import java.util.Base64;

/** Reads the parts of a compact serialization (RFC 7515, RFC 7516) as JSON, before any trust. */
public final class CompactJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private CompactJson() {}

    static int parts(String token) {
        return token.split("\\.", -1).length;
    }

    /**
     * @param token a compact JWS or JWE
     * @param index which part, from 0
     * @param name what messages call it
     * @return the part, not verified
     * @throws RefusedException 1009 when it is not a JSON object
     */
    public static JsonNode part(String token, int index, String name) throws RefusedException {
        try {
            var bytes = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
            var json = JSON.readTree(bytes);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException | IllegalArgumentException e) {
            // Reported below: the parser's own message would quote the token.
        }
        var why = "the " + name + " is not base64url of a JSON object";
        throw new RefusedException(L1, "id_token", NOT_JSON, why);
    }
}
