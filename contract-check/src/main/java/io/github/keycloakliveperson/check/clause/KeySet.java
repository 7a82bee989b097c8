package io.github.keycloakliveperson.check.clause;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.Reply;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The provider's published keys.
 *
 * @param keys the set's entries as JSON
 */
record KeySet(List<JsonNode> keys) {
    private static final ObjectMapper JSON = new ObjectMapper();

    KeySet {
        keys = List.copyOf(keys);
    }

    /** Asks for the set; none where there isn't one. */
    static Optional<KeySet> at(String address, Http http) {
        try {
            return parse(http.get(address, Map.of("Accept", "application/json")));
        } catch (Http.Unreachable unreachable) {
            return Optional.empty();
        }
    }

    static Optional<KeySet> parse(Reply reply) {
        try {
            JsonNode keys = JSON.readTree(reply.body()).path("keys");
            if (reply.status() != 200 || !keys.isArray()) {
                return Optional.empty();
            }
            List<JsonNode> list = new ArrayList<>();
            keys.forEach(list::add);
            return Optional.of(new KeySet(list));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** The keys that can check an RS256 signature. */
    List<JsonNode> signing() {
        return keys.stream().filter(KeySet::signs).toList();
    }

    /** The key LivePerson would take: by kid, or the only one there is (L12). */
    Optional<RSAPublicKey> forHeader(JsonNode header) {
        String kid = header.path("kid").textValue();
        List<JsonNode> fit =
                kid == null
                        ? signing()
                        : signing().stream()
                                .filter(key -> kid.equals(key.path("kid").textValue()))
                                .toList();
        return fit.size() == 1 ? rsa(fit.get(0)) : Optional.empty();
    }

    /** Whether n and e are base64url without padding (L12, RFC 7518 §2). */
    static boolean wellFormed(JsonNode key) {
        return rsa(key).isPresent() && key.path("kid").isTextual();
    }

    private static boolean signs(JsonNode key) {
        String use = key.path("use").asText("sig");
        String alg = key.path("alg").asText("RS256");
        return "RSA".equals(key.path("kty").asText()) && use.equals("sig") && alg.equals("RS256");
    }

    private static Optional<RSAPublicKey> rsa(JsonNode key) {
        try {
            RSAPublicKeySpec spec =
                    new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")));
            return Optional.of((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    private static BigInteger number(JsonNode base64url) {
        String text = base64url.asText();
        if (text.isEmpty() || text.contains("=")) {
            throw new IllegalArgumentException("not base64url");
        }
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }
}
