package io.github.keycloakliveperson.idtoken.key;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads a JWK or a JWK Set (RFC 7517). */
final class JwkKeys {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JwkKeys() {}

    /**
     * Reads one key, or those of a set that are meant for this use: a set may hold signing keys and
     * keys of other types, which RFC 7517 §5 says to pass over.
     */
    static List<UnnamedKey> read(String text) throws EncryptionRefusal {
        var root = parse(text);
        if (!root.has("keys")) {
            var jwk = new Jwk("the JWK", root);
            jwk.refuseSecret();
            var foreign = jwk.madeForAnotherUse();
            if (foreign.isPresent()) {
                throw foreign.get();
            }
            return List.of(jwk.read());
        }
        return readSet(root.get("keys"));
    }

    private static List<UnnamedKey> readSet(JsonNode members) throws EncryptionRefusal {
        if (!members.isArray() || members.isEmpty()) {
            throw unreadable("the member keys is not a list of keys");
        }
        List<Jwk> jwks = new ArrayList<>();
        for (var member : members) {
            var jwk = new Jwk("key " + (jwks.size() + 1) + " of the JWKS", member);
            jwk.refuseSecret();
            jwks.add(jwk);
        }
        List<UnnamedKey> keys = new ArrayList<>();
        EncryptionRefusal first = null;
        for (var jwk : jwks) {
            var foreign = jwk.madeForAnotherUse();
            if (foreign.isEmpty()) {
                keys.add(jwk.read());
            } else if (first == null) {
                first = foreign.get();
            }
        }
        if (keys.isEmpty()) {
            throw first;
        }
        return keys;
    }

    private static JsonNode parse(String text) throws EncryptionRefusal {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw unreadable(
                    at == null
                            ? "it is not JSON"
                            : "it is not JSON at line %s, column %s"
                                    .formatted(at.getLineNr(), at.getColumnNr()));
        }
    }

    private static EncryptionRefusal unreadable(String why) {
        return new EncryptionRefusal(
                "The JWK or JWKS in public.key cannot be read: " + why + ".",
                "Copy it again, from the first brace to the last.");
    }
}
