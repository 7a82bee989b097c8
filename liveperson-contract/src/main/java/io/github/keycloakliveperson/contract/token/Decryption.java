package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Findings;
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

/** Takes a token out of its JWE (L13–L16); a plain JWS passes through where it may. */
final class Decryption {

    private static final String ALG = KeyManagementAlgorithmIdentifiers.RSA_OAEP_256;
    private static final AlgorithmConstraints ONLY_OAEP_256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, ALG);
    private static final List<String> CONTENT =
            List.of(
                    ContentEncryptionAlgorithmIdentifiers.AES_128_CBC_HMAC_SHA_256,
                    ContentEncryptionAlgorithmIdentifiers.AES_192_CBC_HMAC_SHA_384,
                    ContentEncryptionAlgorithmIdentifiers.AES_256_CBC_HMAC_SHA_512,
                    ContentEncryptionAlgorithmIdentifiers.AES_128_GCM,
                    ContentEncryptionAlgorithmIdentifiers.AES_192_GCM,
                    ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    private final List<LivePersonKeyPair> keys;
    private final TokenVerifier.Encryption expected;
    private final Findings out;

    Decryption(List<LivePersonKeyPair> keys, TokenVerifier.Encryption expected, Findings out) {
        this.keys = keys;
        this.expected = expected;
        this.out = out;
    }

    record Opened(String jws, Optional<Envelope> envelope) {}

    Opened open(String token) throws RefusedException {
        return switch (CompactJson.parts(token)) {
            case 3 -> inTheClear(token);
            case 5 -> decrypt(token);
            default ->
                    throw new RefusedException(
                            Clause.L1,
                            "id_token",
                            LivePersonError.NOT_A_JWT,
                            CompactJson.parts(token)
                                    + " parts; a JWS has three, a JWE around one has five");
        };
    }

    private Opened inTheClear(String token) {
        if (expected == TokenVerifier.Encryption.EXPECTED) {
            out.fail(
                    Clause.L16,
                    "never in the clear",
                    LivePersonError.DECRYPTION,
                    "a token in the clear although this brand encrypts its tokens");
        }
        return new Opened(token, Optional.empty());
    }

    private Opened decrypt(String token) throws RefusedException {
        var header = CompactJson.part(token, 0, "JWE header");
        var envelope = envelope(header);
        out.pass(Clause.L16, "never in the clear", "five parts: a JWE");
        if (keys.isEmpty()) {
            throw new RefusedException(
                    Clause.L13,
                    "JWS in JWE",
                    LivePersonError.DECRYPTION,
                    "the token is encrypted, and there is no key of LivePerson's to open it with");
        }
        if (!ALG.equals(envelope.alg())) {
            throw new RefusedException(
                    Clause.L13,
                    "JWS in JWE",
                    LivePersonError.ALGORITHM,
                    header.path("alg").asText("no alg")
                            + ", and LivePerson takes "
                            + ALG
                            + " alone");
        }
        out.pass(Clause.L13, "JWS in JWE", ALG);
        var key = key(envelope.kid());
        content(envelope);
        var jws = payload(token, key);
        out.pass(Clause.L14, "LivePerson's key", "its private half decrypts");
        if (CompactJson.parts(jws) != 3) {
            throw new RefusedException(
                    Clause.L13,
                    "a JWS inside",
                    LivePersonError.NOT_A_JWT,
                    "inside the JWE there is no signed JWT");
        }
        return new Opened(jws, Optional.of(envelope));
    }

    /** A wrong kid is enough to be refused; with any key more can be said of the token. */
    private LivePersonKeyPair key(String kid) {
        var named = keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
        out.judge(
                named.isPresent(),
                Clause.L13,
                "LivePerson's kid",
                LivePersonError.DECRYPTION,
                named.isPresent()
                        ? "as supplied"
                        : kid.isEmpty()
                                ? "missing: LivePerson cannot tell which key opens it"
                                : "another than LivePerson supplied");
        return named.orElse(keys.get(0));
    }

    private void content(Envelope envelope) throws RefusedException {
        if (!CONTENT.contains(envelope.enc())) {
            throw new RefusedException(
                    Clause.L15,
                    "content encryption",
                    LivePersonError.DECRYPTION,
                    envelope.enc().isEmpty() ? "missing" : envelope.enc());
        }
        out.pass(Clause.L15, "content encryption", envelope.enc());
        if ("JWT".equalsIgnoreCase(envelope.cty())) {
            out.pass(Clause.L15, "cty", envelope.cty());
        } else {
            out.warn(
                    Clause.L15,
                    "cty",
                    envelope.cty().isEmpty() ? "missing" : envelope.cty(),
                    "RFC 7519 §5.2 asks for cty JWT around a signed token.");
        }
    }

    private static String payload(String token, LivePersonKeyPair key) throws RefusedException {
        try {
            var jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(ONLY_OAEP_256);
            jwe.setContentEncryptionAlgorithmConstraints(
                    new AlgorithmConstraints(
                            ConstraintType.PERMIT, CONTENT.toArray(String[]::new)));
            jwe.setCompactSerialization(token);
            jwe.setKey(key.privateKey());
            return jwe.getPayload();
        } catch (JoseException e) {
            throw new RefusedException(
                    Clause.L14,
                    "LivePerson's key",
                    LivePersonError.DECRYPTION,
                    "it does not open the JWE: encrypted with another key, or damaged");
        }
    }

    private static Envelope envelope(JsonNode header) {
        return new Envelope(
                header.path("alg").asText(""),
                header.path("enc").asText(""),
                header.path("kid").asText(""),
                header.path("cty").asText(""));
    }
}
