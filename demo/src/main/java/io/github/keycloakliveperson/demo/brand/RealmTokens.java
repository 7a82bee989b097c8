package io.github.keycloakliveperson.demo.brand;

import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** What every token of the realm has to be, whatever it is for. */
final class RealmTokens {

    private RealmTokens() {}

    /** Verifies signature, issuer, audience, expiry and subject; it keeps the realm's keys. */
    static JwtConsumer verifier(KeycloakSite keycloak, String audience) {
        var keys = new HttpsJwks(keycloak.forServers("/protocol/openid-connect/certs").toString());
        return new JwtConsumerBuilder()
                .setExpectedIssuer(keycloak.issuer())
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .build();
    }
}
