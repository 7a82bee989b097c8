package io.github.keycloakliveperson.benchmarks.micro;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a JWE with RSA-OAEP-256 and A128CBC-HS256 costs at least (RFC 7518 §4.3, §5.2.3): no header,
 * no base64url, no settings.
 */
final class BareJwe {

    private static final int HALF_KEY = 16;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec(
                    "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final PublicKey publicKey;
    private final SecureRandom random = new SecureRandom();

    BareJwe(PublicKey publicKey) {
        this.publicKey = publicKey;
    }

    byte[][] encrypt(String token) {
        var contentKey = new byte[2 * HALF_KEY];
        random.nextBytes(contentKey);
        var iv = new byte[HALF_KEY];
        random.nextBytes(iv);
        try {
            var rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
            rsa.init(Cipher.WRAP_MODE, publicKey, OAEP, random);
            var wrapped = rsa.wrap(new SecretKeySpec(contentKey, "AES"));
            var aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
            aes.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(contentKey, HALF_KEY, HALF_KEY, "AES"),
                    new IvParameterSpec(iv));
            var sealed = aes.doFinal(token.getBytes(StandardCharsets.US_ASCII));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(contentKey, 0, HALF_KEY, "HmacSHA256"));
            mac.update(iv);
            mac.update(sealed);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, 0).array());
            return new byte[][] {wrapped, iv, sealed, mac.doFinal()};
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
