package io.github.keycloakliveperson.contract.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * A provider's keys and id_tokens: everything as LivePerson expects, except for at most one fault.
 * Its keys are made once for this JVM.
 */
public final class TestIssuer {

    /** The {@code sub} of the sample claims. */
    public static final String SUB = "3f6c2a52-1f0e-4c0b-9d0e-6a5b1d1a7c11";

    /** The {@code kid} of the key that signs. */
    public static final String KID = "signing-1";

    private static final String SDES =
            """
            [{"type":"ctmrinfo","info":{"cstatus":"gold","ctype":"vip","customerId":"138766AC",
              "socialId":"11256324780","imei":"3543546543545688","userName":"ada",
              "companyBranch":"north","accountName":"bank corp","role":"broker",
              "balance":-400.99,"currency":"USD","companySize":500,"loginStatus":1,
              "lastPaymentDate":{"day":15,"month":10,"year":2014},
              "registrationDate":{"day":29,"month":2,"year":2020}}},
             {"type":"personal","personal":{"firstname":"Ada 😀","lastname":"Lovelace",
              "company":"liveperson","gender":"FEMALE","language":"en-US",
              "age":{"age":34,"year":1980,"month":4,"day":15},
              "contacts":[{"email":"a@brand.example","phone":"+1 212-788-8877",
                "phoneType":"MOBILE","address":{"country":"US","region":"NY"}},
               {"email":"b@brand.example"}]}}]
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RsaJsonWebKey SIGNING = key(KID, 2048);
    private static final RsaJsonWebKey PASSIVE = key("signing-0", 2048);
    private static final RsaJsonWebKey WEAK = key(KID, 1024);

    private final Optional<TokenFault> fault;
    private final Optional<LivePersonKeyPair> encryption;

    /**
     * @param fault the one thing that is wrong
     * @param encryption LivePerson's key, where tokens are to be encrypted
     */
    public TestIssuer(Optional<TokenFault> fault, Optional<LivePersonKeyPair> encryption) {
        this.fault = fault;
        this.encryption = encryption;
    }

    /** {@return an issuer of correct, unencrypted tokens} */
    public static TestIssuer right() {
        return new TestIssuer(Optional.empty(), Optional.empty());
    }

    private static RsaJsonWebKey key(String kid, int bits) {
        try {
            var key = RsaJwkGenerator.generateJwk(bits);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("This Java runtime cannot make RSA keys.", e);
        }
    }

    /**
     * {@return correct claims with this {@code iss} and every field, valid for an hour from now}
     */
    public static ObjectNode claims(String issuer) {
        return claims(issuer, Instant.now());
    }

    /** The same from another time on. */
    public static ObjectNode claims(String issuer, Instant now) {
        var claims = JSON.createObjectNode().put("iss", issuer).put("sub", SUB);
        claims.put("iat", now.getEpochSecond()).put("exp", now.getEpochSecond() + 3600);
        claims.put("aud", "liveperson").put("azp", "liveperson").put("given_name", "Ada");
        try {
            return claims.set("lp_sdes", JSON.readTree(SDES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the key set: the key that signs, and one that doesn't any more} */
    public String jwks() {
        var set = new JsonWebKeySet(has(TokenFault.WEAK_KEY) ? WEAK : SIGNING, PASSIVE).toJson();
        return has(TokenFault.KID_OF_ENCRYPTION_KEY)
                ? set.replace(KID + "\"", KID + "\",\"use\":\"enc\"")
                : set;
    }

    /** {@return the key that signs, as one pastes it (L11)} */
    public static String spki() {
        return Base64.getEncoder().encodeToString(SIGNING.getPublicKey().getEncoded());
    }

    /** {@return a token of these claims, with the fault in it} */
    public String token(JsonNode claims) {
        ObjectNode own = claims.deepCopy();
        fault.ifPresent(f -> f.spoil(own));
        var signed = has(TokenFault.ENCRYPTED_UNSIGNED) ? "claims alone" : sign(own.toString());
        return encryption.isPresent() && !has(TokenFault.NOT_ENCRYPTED)
                ? encrypt(signed, "A256GCM")
                : signed;
    }

    private boolean has(TokenFault other) {
        return fault.equals(Optional.of(other));
    }

    /** {@return any payload, signed, with the fault in it} */
    public String sign(String claims) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        jws.setPayload(claims);
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue(KID);
        jws.setKey(SIGNING.getPrivateKey());
        fault.ifPresent(f -> spoil(f, jws));
        return compact(jws);
    }

    private static String compact(JsonWebStructure jose) {
        try {
            return jose.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void spoil(TokenFault fault, JsonWebSignature jws) {
        switch (fault) {
            case WEAK_KEY -> jws.setKey(WEAK.getPrivateKey());
            case FOREIGN_SIGNATURE -> jws.setKey(PASSIVE.getPrivateKey());
            case OTHER_RSA_ALGORITHM -> jws.setAlgorithmHeaderValue("RS512");
            case PUBLIC_KEY_AS_SECRET -> {
                jws.setAlgorithmHeaderValue("HS256");
                jws.setKey(new HmacKey(SIGNING.getPublicKey().getEncoded()));
            }
            case UNSIGNED -> {
                jws.setAlgorithmHeaderValue("none");
                jws.setKey(null);
            }
            case NO_KID -> jws.getHeaders().setStringHeaderValue("kid", null);
            case FOREIGN_KID -> jws.setKeyIdHeaderValue("signing-9");
            default -> {} // it is elsewhere
        }
    }

    /** {@return a signed token encrypted for LivePerson, with this content encryption} */
    public String encrypt(String signed, String contentEncryption) {
        var livePerson = encryption.orElseThrow();
        var jwe = new JsonWebEncryption();
        jwe.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jwe.setPayload(signed);
        jwe.setAlgorithmHeaderValue("RSA-OAEP-256");
        jwe.setEncryptionMethodHeaderParameter(contentEncryption);
        jwe.setContentTypeHeaderValue("JWT");
        jwe.setKeyIdHeaderValue(livePerson.kid());
        jwe.setKey(livePerson.publicKey());
        fault.ifPresent(f -> spoil(f, jwe));
        var compact = compact(jwe);
        if (!has(TokenFault.UNKNOWN_CONTENT_ENCRYPTION)) {
            return compact;
        }
        var header =
                jwe.getHeaders().getFullHeaderAsJsonString().replace(contentEncryption, "A512XY");
        return Base64Url.encode(header.getBytes(UTF_8)) + compact.substring(compact.indexOf('.'));
    }

    private static void spoil(TokenFault fault, JsonWebEncryption jwe) {
        switch (fault) {
            case OAEP_WITH_SHA1 -> jwe.setAlgorithmHeaderValue("RSA-OAEP");
            case RSA1_5 -> jwe.setAlgorithmHeaderValue("RSA1_5");
            case NO_JWE_KID -> jwe.getHeaders().setStringHeaderValue("kid", null);
            case FOREIGN_JWE_KID -> jwe.setKeyIdHeaderValue("lpsso1999");
            case FOREIGN_ENCRYPTION_KEY -> jwe.setKey(PASSIVE.getPublicKey());
            case NO_CTY -> jwe.getHeaders().setStringHeaderValue("cty", null);
            default -> {} // it is elsewhere
        }
    }
}
