package io.github.keycloakliveperson.idtoken;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.util.Base64URL;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Encrypts signed id_tokens with the LivePerson key in use (L13); thread-safe. */
final class IdTokenEncryptor {

    private static final int PARTS_OF_A_JWS = 3;
    private static final int PARTS_OF_A_JWE = 5;

    private final EncryptionKeys keys;
    private final Map<EncryptionKey, Writer> writers = new HashMap<>();

    IdTokenEncryptor(EncryptionKeys keys, EncryptionMethod encryption) {
        this.keys = keys;
        keys.all().forEach(key -> writers.put(key, Writer.of(key, encryption)));
    }

    EncryptionKeys keys() {
        return keys;
    }

    /** Wraps a signed token (RFC 7519 §5.2, L13: sign first, then encrypt): a compact JWE. */
    String encrypt(String idToken, Instant now) throws EncryptionRefusal {
        var parts = idToken.split("\\.", -1).length;
        if (parts == PARTS_OF_A_JWE) {
            throw new EncryptionRefusal(
                    "The id_token is already encrypted: by the encryption settings of the client"
                            + " itself or by a second encryption mapper.",
                    "Clear the ID token encryption algorithms in the advanced settings of the"
                            + " client, and keep one encryption mapper.");
        }
        if (parts != PARTS_OF_A_JWS) {
            throw new EncryptionRefusal(
                    "The id_token is not a signed token.",
                    "Look for another mapper of the client that changes the id_token.");
        }
        return writers.get(keys.select(now)).write(idToken);
    }

    /** One key's. Its header is the same for every token, so it is written once. */
    private record Writer(JWEHeader header, JWEEncrypter encrypter) {

        static Writer of(EncryptionKey key, EncryptionMethod encryption) {
            // by Keycloak's JSON: nimbus' own is not in the JAR
            var json =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("alg", JWEAlgorithm.RSA_OAEP_256.getName())
                            .put("enc", encryption.getName())
                            .put("cty", "JWT")
                            .put("kid", key.kid())
                            .toString();
            return new Writer(
                    new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, encryption)
                            .contentType("JWT")
                            .keyID(key.kid())
                            .parsedBase64URL(Base64URL.encode(json))
                            .build(),
                    new RSAEncrypter(key.publicKey()));
        }

        String write(String token) throws EncryptionRefusal {
            // not by JWEObject, whose payload needs classes for JWS and JSON
            var encoded = header.toBase64URL().toString();
            try {
                var parts =
                        encrypter.encrypt(
                                header,
                                token.getBytes(StandardCharsets.US_ASCII),
                                encoded.getBytes(StandardCharsets.US_ASCII));
                return String.join(
                        ".",
                        encoded,
                        parts.getEncryptedKey().toString(),
                        parts.getInitializationVector().toString(),
                        parts.getCipherText().toString(),
                        parts.getAuthenticationTag().toString());
            } catch (JOSEException e) {
                throw new EncryptionRefusal(
                        "The Java runtime of the server could not encrypt the id_token.",
                        "Check that its security policy allows RSA-OAEP with SHA-256 and AES.");
            }
        }
    }
}
