package io.github.keycloakliveperson.idtoken;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.crypto.impl.AESCBC;
import com.nimbusds.jose.crypto.impl.AESGCM;
import com.nimbusds.jose.crypto.impl.AuthenticatedCipherText;
import com.nimbusds.jose.crypto.impl.ContentCryptoProvider;
import com.nimbusds.jose.crypto.impl.RSA_OAEP_SHA2;
import com.nimbusds.jose.crypto.opts.CipherMode;
import com.nimbusds.jose.util.Container;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import javax.crypto.SecretKey;

/**
 * Writes compact JWEs for one key (RFC 7516 §5.1); safe for use by several threads.
 *
 * <p>The cryptography is nimbus'; header and base64url are not. The header is the same for every
 * token, so it is written once. Nimbus' own base64 takes constant time, which nothing here needs,
 * and would cost a quarter of the whole.
 */
final class JweWriter {

    private static final int SHA_256 = 256;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final RSAPublicKey publicKey;
    private final EncryptionMethod method;
    private final String header;
    private final byte[] authenticated;
    private final SecureRandom random = new SecureRandom();

    JweWriter(EncryptionKey key, ContentEncryption encryption) {
        publicKey = key.publicKey();
        method = EncryptionMethod.parse(encryption.enc());
        String json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("alg", JWEAlgorithm.RSA_OAEP_256.getName())
                        .put("enc", encryption.enc())
                        .put("cty", "JWT")
                        .put("kid", key.kid())
                        .toString();
        header = base64url(json.getBytes(StandardCharsets.UTF_8));
        authenticated = header.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Encrypts a token with a new content key.
     *
     * @param token a compact JWS
     * @return a compact JWE
     * @throws EncryptionRefusal if this Java runtime lacks an algorithm
     */
    String write(String token) throws EncryptionRefusal {
        byte[] content = token.getBytes(StandardCharsets.US_ASCII);
        try {
            SecretKey contentKey = ContentCryptoProvider.generateCEK(method, random);
            byte[] encryptedKey =
                    RSA_OAEP_SHA2.encryptCEK(
                            publicKey, contentKey, SHA_256, CipherMode.WRAP_UNWRAP, null);
            boolean cbc = EncryptionMethod.Family.AES_CBC_HMAC_SHA.contains(method);
            byte[] iv = cbc ? AESCBC.generateIV(random) : AESGCM.generateIV(random);
            AuthenticatedCipherText sealed =
                    cbc
                            ? AESCBC.encryptAuthenticated(
                                    contentKey, iv, content, authenticated, null, null)
                            : AESGCM.encrypt(
                                    contentKey, new Container<>(iv), content, authenticated, null);
            return String.join(
                    ".",
                    header,
                    base64url(encryptedKey),
                    base64url(iv),
                    base64url(sealed.getCipherText()),
                    base64url(sealed.getAuthenticationTag()));
        } catch (JOSEException e) {
            throw new EncryptionRefusal(
                    "The Java runtime of the server could not encrypt the id_token.",
                    "Check that its security policy allows RSA-OAEP with SHA-256 and AES.");
        }
    }

    private static String base64url(byte[] octets) {
        return BASE64URL.encodeToString(octets);
    }
}
