package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Takes a token out of its JWE (L13–L16); a plain JWS passes through. */
final class Decryption {

    private static final String ALG = KeyManagementAlgorithmIdentifiers.RSA_OAEP_256;
    private static final AlgorithmConstraints ONLY_OAEP_256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, ALG);
    private static final AlgorithmConstraints SIX_ENCRYPTIONS =
            new AlgorithmConstraints(
                    ConstraintType.PERMIT,
                    ContentEncryptionAlgorithmIdentifiers.AES_128_CBC_HMAC_SHA_256,
                    ContentEncryptionAlgorithmIdentifiers.AES_192_CBC_HMAC_SHA_384,
                    ContentEncryptionAlgorithmIdentifiers.AES_256_CBC_HMAC_SHA_512,
                    ContentEncryptionAlgorithmIdentifiers.AES_128_GCM,
                    ContentEncryptionAlgorithmIdentifiers.AES_192_GCM,
                    ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    private final List<LivePersonKeyPair> keys;

    Decryption(List<LivePersonKeyPair> keys) {
        this.keys = List.copyOf(keys);
    }

    record Opened(String jws, Optional<Envelope> envelope) {}

    Opened open(String token) throws RefusedException {
        return switch (CompactJson.parts(token)) {
            case 3 -> new Opened(token, Optional.empty());
            case 5 -> decrypt(token);
            default ->
                    throw new RefusedException(
                            LivePersonError.NOT_A_JWT,
                            "L1",
                            "The token has neither the three parts of a JWS nor the five of a JWE.");
        };
    }

    private Opened decrypt(String token) throws RefusedException {
        var envelope = envelope(CompactJson.part(token, 0, "JWE header"));
        if (!ALG.equals(envelope.alg())) {
            throw new RefusedException(
                    LivePersonError.ALGORITHM,
                    "L13",
                    "The JWE's alg is not RSA-OAEP-256, the only one LivePerson takes.");
        }
        var key = key(envelope.kid());
        try {
            var jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(ONLY_OAEP_256);
            jwe.setContentEncryptionAlgorithmConstraints(SIX_ENCRYPTIONS);
            jwe.setCompactSerialization(token);
            jwe.setKey(key.privateKey());
            return new Opened(jwe.getPayload(), Optional.of(envelope));
        } catch (JoseException e) {
            throw new RefusedException(
                    LivePersonError.DECRYPTION,
                    "L13",
                    "LivePerson's key does not open the JWE: encrypted with another key, or damaged.");
        }
    }

    private LivePersonKeyPair key(String kid) throws RefusedException {
        if (kid.isEmpty()) {
            throw new RefusedException(
                    LivePersonError.DECRYPTION,
                    "L13",
                    "The JWE's header has no kid, so LivePerson cannot tell which key opens it.");
        }
        for (var key : keys) {
            if (key.kid().equals(kid)) {
                return key;
            }
        }
        throw new RefusedException(
                LivePersonError.DECRYPTION, "L13", "The JWE's kid is not one LivePerson supplied.");
    }

    private static Envelope envelope(JsonNode header) {
        return new Envelope(
                header.path("alg").asText(""),
                header.path("enc").asText(""),
                header.path("kid").asText(""),
                header.path("cty").asText(""));
    }
}
