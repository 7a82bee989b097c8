package io.github.keycloakliveperson.demo.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.key.KeySet;
import io.github.keycloakliveperson.contract.token.TokenVerifier;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.contract.token.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A provider that is set up wrong in one way. It replaces the brand's: it issues the same claims
 * with its own keys, and LivePerson's ordinary verification judges them.
 */
public final class FaultyProvider {

    private static final int BITS = 2048;
    private static final Duration EXPIRED_SINCE = Duration.ofHours(1);

    private final RsaJsonWebKey signing = key("fault-1");
    private final RsaJsonWebKey passive = key("fault-2");
    private final RsaJsonWebKey strangers = key("fault-1");
    private final Clock clock;

    /**
     * @param clock LivePerson's clock
     */
    public FaultyProvider(Clock clock) {
        this.clock = clock;
    }

    private static RsaJsonWebKey key(String kid) {
        try {
            var key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("This Java runtime cannot make RSA keys.", e);
        }
    }

    /**
     * @param accepted a token that LivePerson took
     * @param fault the one thing that goes wrong
     * @return what LivePerson makes of the same consumer's token then
     */
    public Verification verify(Verification accepted, Fault fault) {
        var claims = claims(accepted.claims(), fault);
        var issuer = claims.path("iss").asText();
        var expected = fault == Fault.UNENCRYPTED ? Encryption.EXPECTED : Encryption.OPTIONAL;
        return new TokenVerifier(issuer, keys(), expected, List.of(), clock)
                .verify(sign(claims, fault));
    }

    private KeySet keys() {
        try {
            return KeySet.parse(new JsonWebKeySet(signing, passive).toJson());
        } catch (RefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode claims(JsonNode original, Fault fault) {
        ObjectNode claims = original.deepCopy();
        if (fault == Fault.EXPIRED) {
            var life =
                    Duration.ofSeconds(claims.path("exp").asLong() - claims.path("iat").asLong());
            var exp = clock.instant().minus(EXPIRED_SINCE);
            claims.put("exp", exp.getEpochSecond());
            claims.put("iat", exp.minus(life).getEpochSecond());
        }
        if (fault == Fault.OBJECT) {
            var first = claims.path("lp_sdes").path(0);
            claims.set("lp_sdes", first.isObject() ? first : claims.objectNode());
        }
        return claims;
    }

    private String sign(ObjectNode claims, Fault fault) {
        var key = fault == Fault.WRONG_KEY ? strangers : signing;
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setPayload(claims.toString());
        jws.setKey(key.getPrivateKey());
        if (fault != Fault.MISSING_KID) {
            jws.setKeyIdHeaderValue(key.getKeyId());
        }
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A token cannot be signed.", e);
        }
    }
}
