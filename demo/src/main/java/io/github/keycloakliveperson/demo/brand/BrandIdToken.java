package io.github.keycloakliveperson.demo.brand;

import io.github.keycloakliveperson.demo.brand.BrandSignIn.Customer;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** Verifies the brand's own id_token (OpenID Connect Core, section 3.1.3.7). */
final class BrandIdToken {

    private final KeycloakSite keycloak;
    private final String client;
    private final HttpsJwks jwks;

    BrandIdToken(KeycloakSite keycloak, String client) {
        this.keycloak = keycloak;
        this.client = client;
        this.jwks = new HttpsJwks(keycloak.forServers("/protocol/openid-connect/certs").toString());
    }

    Optional<Customer> verify(String token, String nonce) {
        var consumer =
                new JwtConsumerBuilder()
                        .setExpectedIssuer(keycloak.issuer())
                        .setExpectedAudience(client)
                        .setRequireExpirationTime()
                        .setRequireSubject()
                        .setJwsAlgorithmConstraints(
                                ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                        .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(jwks))
                        .build();
        try {
            var claims = consumer.processToClaims(token);
            if (!nonce.equals(claims.getStringClaimValue("nonce"))) {
                return Optional.empty();
            }
            var name = claims.getStringClaimValue("name");
            var email = claims.getStringClaimValue("email");
            return Optional.of(
                    new Customer(name == null ? "" : name, email == null ? "" : email, token));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }
}
