package io.github.keycloakliveperson.contract.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** A JWK set (RFC 7517) read the way LivePerson does (L12). */
public final class KeySet implements VerificationKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE64URL = "[A-Za-z0-9_-]+";

    private final List<JsonNode> keys;

    private KeySet(List<JsonNode> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * @param json the set's text
     * @return the set
     * @throws RefusedException 1038 when the text is no JWK set, has no key, or an RSA key's {@code
     *     n} or {@code e} is not base64url
     */
    public static KeySet parse(String json) throws RefusedException {
        List<JsonNode> keys = new ArrayList<>();
        for (var key : tree(json).path("keys")) {
            if ("RSA".equals(key.path("kty").asText())
                    && !(isBase64Url(key, "n") && isBase64Url(key, "e"))) {
                throw malformed("the n or e of a key in it is not base64url");
            }
            keys.add(key);
        }
        if (keys.isEmpty()) {
            throw malformed("it has no keys");
        }
        return new KeySet(keys);
    }

    private static JsonNode tree(String json) throws RefusedException {
        try {
            var tree = JSON.readTree(json);
            if (tree != null && tree.path("keys").isArray()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            // Told below.
        }
        throw malformed("it is not a JSON object with an array named keys");
    }

    private static boolean isBase64Url(JsonNode key, String member) {
        return key.path(member).asText("").matches(BASE64URL);
    }

    private static RefusedException malformed(String why) {
        return new RefusedException(
                LivePersonError.JWKS_MALFORMED, "L12", "The key set cannot be read: " + why + ".");
    }

    /**
     * @return how many keys the set holds, of whatever kind
     */
    public int size() {
        return keys.size();
    }

    @Override
    public RSAPublicKey choose(Optional<String> kid) throws RefusedException {
        if (kid.isEmpty()) {
            if (keys.size() > 1) {
                throw new RefusedException(
                        LivePersonError.KID_MISSING,
                        "L12",
                        "The key set has " + keys.size() + " keys and the token's header no kid.");
            }
            return rsa(keys.get(0));
        }
        for (var key : keys) {
            if (kid.get().equals(key.path("kid").asText(null))) {
                return rsa(key);
            }
        }
        throw new RefusedException(
                LivePersonError.KID_UNKNOWN, "L12", "The token's kid is not in the key set.");
    }

    private static RSAPublicKey rsa(JsonNode key) throws RefusedException {
        try {
            return VerificationKeys.usable(
                    PublicJsonWebKey.Factory.newPublicJwk(key.toString()).getPublicKey());
        } catch (JoseException e) {
            throw new RefusedException(
                    LivePersonError.KEY_FORMAT, "L12", "The key with the token's kid is unusable.");
        }
    }
}
