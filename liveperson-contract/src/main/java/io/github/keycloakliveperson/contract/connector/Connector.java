package io.github.keycloakliveperson.contract.connector;

import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The "Consumer Identity Provider" record that a brand fills in at LivePerson: all of the form.
 *
 * @param authenticationType code or implicit
 * @param pkce whether PKCE (S256) is on; only with the code type
 * @param issuerDisplayName the name the account's users see
 * @param jwtIssuer the {@code iss} of every token, character for character (L4)
 * @param authenticationEndpoint where the external window sends the consumer (L22)
 * @param tokenEndpoint where codes are redeemed (L17); empty in the implicit type
 * @param clientId the brand's client id for LivePerson
 * @param clientSecret its secret; empty in the implicit type
 * @param certificate how signatures are verified (L11)
 * @param jsMethodName the page's method (L31), by default {@value #DEFAULT_JS_METHOD}
 * @param jsContext the page's JS context, usually empty
 */
public record Connector(
        AuthenticationType authenticationType,
        boolean pkce,
        String issuerDisplayName,
        String jwtIssuer,
        URI authenticationEndpoint,
        Optional<URI> tokenEndpoint,
        String clientId,
        Optional<ClientSecret> clientSecret,
        IdpCertificate certificate,
        String jsMethodName,
        String jsContext) {

    /** The method that LivePerson calls by default. */
    public static final String DEFAULT_JS_METHOD = "lpGetAuthenticationToken";

    /** The form's "Authentication type". */
    public enum AuthenticationType {
        CODE,
        IMPLICIT
    }

    public Connector {
        Objects.requireNonNull(jwtIssuer, "The connector's JWT issuer is missing.");
        Objects.requireNonNull(clientId, "The connector's client id is missing.");
        Objects.requireNonNull(certificate, "The connector's IdP certificate is missing.");
        if (authenticationType == AuthenticationType.CODE && tokenEndpoint.isEmpty()) {
            throw new IllegalArgumentException("A code connector needs a token endpoint.");
        }
        if (authenticationType == AuthenticationType.IMPLICIT && pkce) {
            throw new IllegalArgumentException("Only the code type supports PKCE.");
        }
    }

    /** {@return whether LivePerson's server calls the token endpoint} */
    public boolean hasTokenCall() {
        return authenticationType == AuthenticationType.CODE;
    }

    /**
     * @return whether it gets a bot access tokens in unauthenticated conversations, and nobody
     *     signed in (L40)
     */
    public boolean delegates() {
        return certificate.equals(new JwtPublicKey(JwtPublicKey.CONSUMER_DELEGATION));
    }
}
