package io.github.keycloakliveperson.window.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.jose.jwk.JWKBuilder;
import org.keycloak.util.JsonSerialization;

/** A realm's RS256 key with the {@code kid} that its tokens name (L1, L11). */
public record SigningKey(String kid, RSAPublicKey publicKey) {

    public int bits() {
        return publicKey.getModulus().bitLength();
    }

    /** Base64 of its SPKI on one line, as LivePerson's form takes it (L11). */
    public String base64() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /**
     * The JSON Web Key Set for LivePerson (L11, L12): each key with its {@code kid} and unpadded
     * base64url numbers, no certificates, in the given order.
     */
    public static String jwks(List<SigningKey> keys) {
        try {
            // Keycloak's JSON: nimbus' own is not in the JAR
            return JsonSerialization.writeValueAsString(
                    Map.of("keys", keys.stream().map(SigningKey::jwk).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JWK jwk() {
        return JWKBuilder.create().kid(kid).rs256(publicKey);
    }
}
