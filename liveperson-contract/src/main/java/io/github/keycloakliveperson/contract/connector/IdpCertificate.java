package io.github.keycloakliveperson.contract.connector;

import java.net.URI;

/** The connector form's "IdP certificate type" with its value (L11). */
public sealed interface IdpCertificate {

    /**
     * "JWT Public Key": one key, pasted.
     *
     * @param base64Spki base64 of the X.509 SubjectPublicKeyInfo, on one line, without header
     */
    record JwtPublicKey(String base64Spki) implements IdpCertificate {

        /** Replaces the key in a connector that is only for a bot (L40). */
        public static final String CONSUMER_DELEGATION = "CONSUMER_DELEGATION";
    }

    /**
     * "JWKS Endpoint": where the brand's key set is.
     *
     * @param address https address; plain http is accepted on this machine only
     */
    record JwksEndpoint(URI address) implements IdpCertificate {}
}
