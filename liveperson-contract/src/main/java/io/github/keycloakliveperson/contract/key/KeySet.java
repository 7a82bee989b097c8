package io.github.keycloakliveperson.contract.key;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** A JWK set (RFC 7517) read the way LivePerson does (L12). */
public final class KeySet implements VerificationKeys {

    static final String ATTEMPT = "JWKS endpoint";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KID = "kid";

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
                throw malformed("n or e of one of its keys is not base64url");
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
        return key.path(member).asText("").matches("[A-Za-z0-9_-]+");
    }

    private static RefusedException malformed(String why) {
        return new RefusedException(
                L11, ATTEMPT, JWKS_MALFORMED, "the key set cannot be read: " + why);
    }

    @Override
    public List<Finding> findings() {
        var about = new Findings();
        var signing = keys.stream().filter(KeySet::signs).count();
        about.on(L11, ATTEMPT, JWKS_MALFORMED).judge(signing > 0, "RS256 signing keys: " + signing);
        var others = keys.size() - signing;
        var fix =
                "Nobody outside LivePerson knows whether it skips them: serve only RS256 signing keys.";
        var alone = about.on(L11, "only signing keys in the set", fix);
        if (others > 0) {
            alone.warn(others + " of " + keys.size() + " keys are not for RS256 signatures");
        } else {
            alone.pass("RS256 signing keys only");
        }
        return about.list();
    }

    @Override
    public Chosen choose(Optional<String> kid) throws RefusedException {
        var about = new Findings();
        var found = kid.isEmpty() ? keys : keys.stream().filter(key -> named(key, kid)).toList();
        if (kid.isEmpty() && keys.size() > 1) {
            var why = "none in the header, and " + keys.size() + " keys in the set";
            throw new RefusedException(L12, KID, KID_MISSING, why);
        }
        if (found.isEmpty()) {
            throw unknown("no key of the set has the header's kid");
        }
        if (kid.isEmpty()) {
            var fix = "Put kid into the token's header before you add a second key (error 1042).";
            about.on(L12, KID, fix).warn("none, and one key in the set");
        } else if (found.size() > 1) {
            var fix =
                    "Give every key its own kid: nobody outside LivePerson knows which one it uses.";
            about.on(L12, KID, fix).warn(found.size() + " keys of the set have it");
        } else {
            about.pass(L12, KID, "one key of the set has the header's kid");
        }
        return new Chosen(rsa(found.get(0)), about.list().get(0));
    }

    private static boolean named(JsonNode key, Optional<String> kid) {
        return kid.equals(Optional.ofNullable(key.path("kid").textValue()));
    }

    private static boolean signs(JsonNode key) {
        return "RSA".equals(key.path("kty").asText()) && !saysOtherwise(key);
    }

    private static boolean saysOtherwise(JsonNode key) {
        return !"sig".equals(key.path("use").asText("sig"))
                || "RSA".equals(key.path("kty").asText())
                        && !"RS256".equals(key.path("alg").asText("RS256"));
    }

    private static RefusedException unknown(String why) {
        return new RefusedException(L12, KID, KID_UNKNOWN, why);
    }

    private static RSAPublicKey rsa(JsonNode key) throws RefusedException {
        if (saysOtherwise(key)) {
            throw unknown("it names a key of the set that is not for RS256 signatures");
        }
        try {
            return VerificationKeys.usable(
                    PublicJsonWebKey.Factory.newPublicJwk(key.toString()).getPublicKey());
        } catch (JoseException e) {
            var why = "the key with the token's kid is unusable";
            throw new RefusedException(L12, KID, KEY_FORMAT, why);
        }
    }
}
