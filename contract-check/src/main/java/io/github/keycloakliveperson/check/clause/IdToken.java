package io.github.keycloakliveperson.check.clause;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.target.LivePersonKey;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * An id_token taken apart.
 *
 * @param encryption the JWE's header, where there is one
 * @param signed the compact JWS
 * @param header the JWS's header
 * @param claims the payload; not verified by being here
 */
record IdToken(Optional<JsonNode> encryption, String signed, JsonNode header, JsonNode claims) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Says in a sentence why a token can't be read. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** Reads a compact JWS, or a JWE for which there is a key. */
    static IdToken read(String compact, Optional<LivePersonKey> key) throws Unreadable {
        int parts = compact.split("\\.", -1).length;
        if (parts != 5) {
            return readSigned(Optional.empty(), compact);
        }
        if (key.isEmpty()) {
            throw new Unreadable(
                    "the id_token is encrypted; give the private key with --liveperson-key");
        }
        JsonNode encryption = json(compact.split("\\.")[0]);
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(
                    new AlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT,
                            KeyManagementAlgorithmIdentifiers.RSA_OAEP_256));
            jwe.setCompactSerialization(compact);
            jwe.setKey(key.get().key());
            return readSigned(Optional.of(encryption), jwe.getPayload());
        } catch (JoseException cannot) {
            throw new Unreadable(
                    "the id_token cannot be decrypted with LivePerson's key and RSA-OAEP-256: alg "
                            + encryption.path("alg").asText("missing")
                            + ", enc "
                            + encryption.path("enc").asText("missing"));
        }
    }

    /** The header of a JWE, whether it can be opened or not; nothing where it is none. */
    static Optional<JsonNode> encryptionHeader(String compact) {
        String[] parts = compact.split("\\.", -1);
        try {
            return parts.length == 5 ? Optional.of(json(parts[0])) : Optional.empty();
        } catch (Unreadable noHeader) {
            return Optional.empty();
        }
    }

    private static IdToken readSigned(Optional<JsonNode> encryption, String compact)
            throws Unreadable {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new Unreadable(
                    "the id_token has " + parts.length + " parts; a compact JWS has 3");
        }
        return new IdToken(encryption, compact, json(parts[0]), json(parts[1]));
    }

    private static JsonNode json(String part) throws Unreadable {
        try {
            JsonNode node = JSON.readTree(new String(Base64.getUrlDecoder().decode(part), UTF_8));
            if (node.isObject()) {
                return node;
            }
        } catch (IOException | IllegalArgumentException notJson) {
            throw new Unreadable("a part of the id_token is not base64url of JSON");
        }
        throw new Unreadable("a part of the id_token is not a JSON object");
    }

    /** A claim. */
    JsonNode claim(String name) {
        return claims.path(name);
    }
}
