package io.github.keycloakliveperson.check.clause;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The fake provider's id_tokens and key set. */
final class FakeIdTokens {
    static final String SUB = "3f6c2a52-1f0e-4c0b-9d0e-6a5b1d1a7c11";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KID = "signing-1";

    private final FakeProvider provider;
    private final boolean encrypts;
    private final FakeSdes sdes;

    FakeIdTokens(FakeProvider provider, boolean encrypts) {
        this.provider = provider;
        this.encrypts = encrypts;
        this.sdes = new FakeSdes(provider);
    }

    boolean encrypts() {
        return encrypts;
    }

    Map<String, Object> keySet() {
        if (provider.has(Fault.NO_KEYS)) {
            return Map.of("keys", Map.of());
        }
        var key = (RSAPublicKey) signing().getPublic();
        var modulus = unsigned(key.getModulus().toByteArray());
        return Map.of(
                "keys",
                List.of(
                        Map.of(
                                "kty",
                                "RSA",
                                "use",
                                provider.has(Fault.KID_OF_ENCRYPTION_KEY) ? "enc" : "sig",
                                "alg",
                                "RS256",
                                "kid",
                                KID,
                                "n",
                                provider.has(Fault.PADDED_MODULUS) ? modulus + "==" : modulus,
                                "e",
                                unsigned(key.getPublicExponent().toByteArray())),
                        Map.of(
                                "kty",
                                "RSA",
                                "use",
                                "sig",
                                "alg",
                                "RS256",
                                "kid",
                                "signing-0",
                                "n",
                                unsigned(
                                        ((RSAPublicKey) FakeKeys.FOREIGN.getPublic())
                                                .getModulus()
                                                .toByteArray()),
                                "e",
                                "AQAB")));
    }

    String issue(Optional<String> nonce) {
        try {
            var jws = new JsonWebSignature();
            jws.setDoKeyValidation(false);
            jws.setPayload(claims(nonce).toString());
            jws.setAlgorithmHeaderValue(provider.has(Fault.WRONG_ALGORITHM) ? "RS384" : "RS256");
            if (!provider.has(Fault.NO_KID)) {
                jws.setKeyIdHeaderValue(provider.has(Fault.FOREIGN_KID) ? "signing-9" : KID);
            }
            jws.setKey(
                    (provider.has(Fault.FOREIGN_SIGNATURE) ? FakeKeys.FOREIGN : signing())
                            .getPrivate());
            var signed = jws.getCompactSerialization();
            return encrypts && !provider.has(Fault.NOT_ENCRYPTED) ? encrypted(signed) : signed;
        } catch (JoseException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private String encrypted(String signed) throws JoseException {
        var jwe = new JsonWebEncryption();
        jwe.setPayload(signed);
        jwe.setAlgorithmHeaderValue(provider.has(Fault.OAEP_SHA1) ? "RSA-OAEP" : "RSA-OAEP-256");
        jwe.setEncryptionMethodHeaderParameter("A256GCM");
        jwe.setContentTypeHeaderValue("JWT");
        if (!provider.has(Fault.NO_JWE_KID)) {
            jwe.setKeyIdHeaderValue(FakeKeys.LIVEPERSON.kid());
        }
        jwe.setKey(
                provider.has(Fault.FOREIGN_ENCRYPTION_KEY)
                        ? FakeKeys.FOREIGN.getPublic()
                        : FakeKeys.LIVEPERSON.publicKey());
        var compact = jwe.getCompactSerialization();
        if (!provider.has(Fault.UNKNOWN_CONTENT_ENCRYPTION)) {
            return compact;
        }
        var header = jwe.getHeaders().getFullHeaderAsJsonString().replace("A256GCM", "A512XY");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
                + compact.substring(compact.indexOf('.'));
    }

    private ObjectNode claims(Optional<String> nonce) {
        long now = Instant.now().getEpochSecond() + ahead();
        long unit = provider.has(Fault.MILLISECONDS) ? 1000 : 1;
        long lifespan =
                provider.has(Fault.SHORT_LIFE)
                        ? 300
                        : provider.has(Fault.LONG_LIFE) ? 90_000 : 3600;
        var claims = JSON.createObjectNode();
        claims.put(
                "iss",
                provider.has(Fault.OTHER_ISSUER) ? provider.issuer() + "/" : provider.issuer());
        if (provider.has(Fault.TEXT_TIMES)) {
            claims.put("iat", String.valueOf(now)).put("exp", String.valueOf(now + lifespan));
        } else {
            claims.put("iat", now * unit).put("exp", (now + lifespan) * unit);
        }
        claims.put("sub", subject()).put("aud", FakeProvider.CLIENT).put("azp", "x");
        claims.put("given_name", "Ada");
        if (provider.has(Fault.NUMBER_AS_EMAIL)) {
            claims.put("email", 1);
        }
        if (!provider.has(Fault.NONCE_LOST)) {
            nonce.ifPresent(value -> claims.put("nonce", value));
        }
        claims.set("lp_sdes", sdes.next());
        return claims;
    }

    private long ahead() {
        if (provider.has(Fault.EXPIRED)) {
            return -7200;
        }
        return provider.has(Fault.FUTURE) ? 1800 : provider.has(Fault.NEAR_FUTURE) ? 180 : 0;
    }

    private String subject() {
        var wrong =
                Map.of(
                        Fault.EMAIL_AS_SUB, "ada@brand.example",
                        Fault.PHONE_AS_SUB, "+49 30 123456",
                        Fault.COUNTER_AS_SUB, "12345",
                        Fault.FEDERATED_SUB, "f:7e1b:bruno",
                        Fault.CHANGING_SUB, UUID.randomUUID().toString());
        return provider.fault.map(wrong::get).orElse(SUB);
    }

    private KeyPair signing() {
        return provider.has(Fault.WEAK_KEY) ? FakeKeys.WEAK : FakeKeys.SIGNING;
    }

    private static String unsigned(byte[] number) {
        int skip = number[0] == 0 && number.length > 1 ? 1 : 0;
        var bytes = java.util.Arrays.copyOfRange(number, skip, number.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
