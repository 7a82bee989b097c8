package io.github.keycloakliveperson.idtoken.key;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a JWK or a JWK Set (RFC 7517). */
final class JwkKeys {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JwkKeys() {}

    /**
     * Reads one key, or those of a set that are meant for this use: a set may hold signing keys and
     * keys of other types, which RFC 7517 §5 says to ignore.
     */
    static List<UnnamedKey> read(String text) throws EncryptionRefusal {
        List<UnnamedKey> keys = new ArrayList<>();
        Optional<EncryptionRefusal> first = Optional.empty();
        for (var jwk : jwks(parse(text))) {
            var foreign = jwk.madeForAnotherUse();
            if (foreign.isEmpty()) {
                keys.add(jwk.read());
            }
            first = first.or(() -> foreign);
        }
        if (keys.isEmpty()) {
            throw first.orElseThrow();
        }
        return keys;
    }

    private static List<Jwk> jwks(JsonNode root) throws EncryptionRefusal {
        var members = root.path("keys");
        if (root.has("keys") && (!members.isArray() || members.isEmpty())) {
            throw unreadable("the member keys is not a list of keys");
        }
        List<Jwk> jwks = new ArrayList<>();
        for (var member : members) {
            jwks.add(new Jwk("key " + (jwks.size() + 1) + " of the JWKS", member));
        }
        if (jwks.isEmpty()) {
            jwks.add(new Jwk("the JWK", root));
        }
        for (var jwk : jwks) {
            jwk.refuseSecret();
        }
        return jwks;
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
