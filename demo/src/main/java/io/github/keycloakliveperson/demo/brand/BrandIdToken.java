package io.github.keycloakliveperson.demo.brand;

import io.github.keycloakliveperson.demo.brand.BrandSignIn.Customer;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import java.util.Optional;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;

/** Verifies the brand's own id_token (OpenID Connect Core, section 3.1.3.7). */
final class BrandIdToken {

    private final JwtConsumer verifier;

    BrandIdToken(KeycloakSite keycloak, String client) {
        this.verifier = RealmTokens.verifier(keycloak, client);
    }

    Optional<Customer> verify(String token, String nonce) {
        try {
            var claims = verifier.processToClaims(token);
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
