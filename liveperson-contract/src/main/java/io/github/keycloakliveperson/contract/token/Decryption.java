package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Decrypts a token's JWE (L13–L16); a plain JWS passes through if it is allowed. */
final class Decryption {

    private static final String IN_THE_CLEAR = "never unencrypted";
    private static final String THE_KEY = "LivePerson's key";
    private static final String CONTENT = "content encryption";
    private static final String ALG = KeyManagementAlgorithmIdentifiers.RSA_OAEP_256;
    private static final AlgorithmConstraints ONLY_OAEP_256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, ALG);
    private static final AlgorithmConstraints ANY_OF_JWA =
            new AlgorithmConstraints(
                    ConstraintType.PERMIT, Envelope.CONTENT_ENCRYPTIONS.toArray(String[]::new));

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
        var parts = CompactJson.parts(token);
        return switch (parts) {
            case 3 -> inTheClear(token);
            case 5 -> decrypt(token);
            default ->
                    throw new RefusedException(
                            L1,
                            "id_token",
                            NOT_A_JWT,
                            parts + " parts, but a JWS has three and a JWE has five");
        };
    }

    private Opened inTheClear(String token) {
        if (expected == TokenVerifier.Encryption.EXPECTED) {
            out.on(L16, IN_THE_CLEAR, DECRYPTION)
                    .fail("an unencrypted token, although this brand encrypts its tokens");
        }
        return new Opened(token, Optional.empty());
    }

    private Opened decrypt(String token) throws RefusedException {
        var envelope = envelope(CompactJson.part(token, 0, "JWE header"));
        out.pass(L16, IN_THE_CLEAR, "five parts: a JWE");
        if (keys.isEmpty()) {
            var why = "the token is encrypted, but there is no private key to decrypt it";
            throw new RefusedException(L13, "JWS in JWE", DECRYPTION, why);
        }
        if (!ALG.equals(envelope.alg())) {
            var alg = envelope.alg().isEmpty() ? "no alg" : envelope.alg();
            var why = alg + ", but LivePerson accepts only " + ALG;
            throw new RefusedException(L13, "JWS in JWE", ALGORITHM, why);
        }
        out.pass(L13, "JWS in JWE", ALG);
        var key = key(envelope.kid());
        content(envelope);
        var jws = payload(token, key);
        out.pass(L14, THE_KEY, "its private key decrypts the token");
        if (CompactJson.parts(jws) != 3) {
            var why = "the JWE contains no signed JWT";
            throw new RefusedException(L13, "a JWS inside", NOT_A_JWT, why);
        }
        return new Opened(jws, Optional.of(envelope));
    }

    /** A wrong kid is enough for a refusal, but decrypting with any key finds more faults. */
    private LivePersonKeyPair key(String kid) {
        var named = keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
        out.on(L13, "LivePerson's kid", DECRYPTION)
                .judge(
                        named.isPresent(),
                        "as supplied",
                        kid.isEmpty()
                                ? "missing: LivePerson can't tell which key decrypts it"
                                : "not the one that LivePerson supplied");
        return named.orElse(keys.get(0));
    }

    private void content(Envelope envelope) throws RefusedException {
        var enc = envelope.enc();
        if (!Envelope.CONTENT_ENCRYPTIONS.contains(enc)) {
            throw new RefusedException(L15, CONTENT, DECRYPTION, enc.isEmpty() ? "missing" : enc);
        }
        out.pass(L15, CONTENT, enc);
        var cty = out.on(L15, "cty", "RFC 7519 §5.2 requires cty JWT for a signed token in a JWE.");
        if ("JWT".equalsIgnoreCase(envelope.cty())) {
            cty.pass(envelope.cty());
        } else {
            cty.warn(envelope.cty().isEmpty() ? "missing" : envelope.cty());
        }
    }

    private static String payload(String token, LivePersonKeyPair key) throws RefusedException {
        try {
            var jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(ONLY_OAEP_256);
            jwe.setContentEncryptionAlgorithmConstraints(ANY_OF_JWA);
            jwe.setCompactSerialization(token);
            jwe.setKey(key.privateKey());
            return jwe.getPayload();
        } catch (JoseException e) {
            var why = "it doesn't decrypt the JWE, which is for another key or damaged";
            throw new RefusedException(L14, THE_KEY, DECRYPTION, why);
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
