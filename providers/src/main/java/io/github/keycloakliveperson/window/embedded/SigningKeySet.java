package io.github.keycloakliveperson.window.embedded;

import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/**
 * The JSON Web Key Set for LivePerson (L11, L12): RS256 keys only, each with its {@code kid},
 * unpadded base64url numbers, no certificates.
 */
public final class SigningKeySet {

    private SigningKeySet() {}

    /** A realm's public key and the {@code kid} that its tokens name. */
    public record SigningKey(String kid, RSAPublicKey publicKey) {}

    /** The set as JSON, keys in the given order. */
    public static String json(List<SigningKey> keys) {
        try {
            // Keycloak's JSON: nimbus' own is not in the JAR
            return JsonSerialization.writeValueAsString(
                    Map.of("keys", keys.stream().map(SigningKeySet::jwk).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, String> jwk(SigningKey key) {
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("use", "sig");
        jwk.put("alg", "RS256");
        jwk.put("kid", key.kid());
        jwk.put("n", Base64URL.encode(key.publicKey().getModulus()).toString());
        jwk.put("e", Base64URL.encode(key.publicKey().getPublicExponent()).toString());
        return jwk;
    }
}
