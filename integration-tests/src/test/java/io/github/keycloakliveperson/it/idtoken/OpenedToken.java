package io.github.keycloakliveperson.it.idtoken;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * An id_token taken out of its JWE, its signature verified against the realm's keys, all of it by
 * jose4j.
 *
 * @param header the JWE's header
 * @param jws what was inside
 * @param claims the claims of it
 */
public record OpenedToken(Map<String, Object> header, String jws, JsonNode claims) {

    /** Opens and verifies, or fails. */
    public static OpenedToken of(String jwe, LivePersonKey key, TestRealm realm) {
        try {
            JsonWebEncryption opened = new JsonWebEncryption();
            opened.setCompactSerialization(jwe);
            opened.setKey(key.pair().getPrivate());
            String jws = opened.getPayload();
            verify(jws, realm);
            return new OpenedToken(
                    JsonUtil.parseJson(opened.getHeaders().getFullHeaderAsJsonString()),
                    jws,
                    TokenAnswer.claims(jws));
        } catch (JoseException e) {
            throw new AssertionError("LivePerson's key does not open the token", e);
        }
    }

    private static void verify(String jws, TestRealm realm) {
        try {
            new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new HttpsJwksVerificationKeyResolver(
                                    new HttpsJwks(realm.protocol("certs").toString())))
                    .setExpectedIssuer(realm.issuer())
                    .setSkipDefaultAudienceValidation()
                    .setRequireSubject()
                    .build()
                    .processToClaims(jws);
        } catch (InvalidJwtException e) {
            throw new AssertionError("What was inside is not signed by the realm", e);
        }
    }
}
