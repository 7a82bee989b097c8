package io.github.keycloakliveperson.check.target;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The private half of the key that stands at the provider as LivePerson's (L13), so that the check
 * can read what it gets.
 *
 * @param key an RSA key
 * @param kid the key id that the token must carry
 */
public record LivePersonKey(PrivateKey key, String kid) {
    /**
     * Reads a PKCS#8 private key, PEM or bare base64.
     *
     * @throws IllegalArgumentException when it isn't one; the message never holds the text
     */
    public static LivePersonKey read(String text, String kid) {
        try {
            String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            byte[] der = Base64.getDecoder().decode(base64);
            return new LivePersonKey(
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)),
                    kid);
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw new IllegalArgumentException(
                    "This is no RSA private key in PKCS#8 (BEGIN PRIVATE KEY). The check needs the"
                            + " private half of a key pair of your own, whose public half stands"
                            + " at the provider in the place of LivePerson's.",
                    notAKey);
        }
    }

    @Override
    public String toString() {
        return "LivePersonKey[kid=" + kid + "]";
    }
}
