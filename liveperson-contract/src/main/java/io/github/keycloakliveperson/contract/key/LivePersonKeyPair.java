package io.github.keycloakliveperson.contract.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * LivePerson's key pair for encrypted tokens (L13), 2048-bit RSA.
 *
 * @param kid the key id that LivePerson supplies with the key
 * @param publicKey what the brand gets
 * @param privateKey what decrypts
 */
public record LivePersonKeyPair(String kid, PublicKey publicKey, PrivateKey privateKey) {

    private static final int BITS = 2048;

    /**
     * @param kid the key's id, such as {@code lpsso2026}
     * @return a new pair
     */
    public static LivePersonKeyPair generate(String kid) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            return new LivePersonKeyPair(kid, pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot make RSA keys.", e);
        }
    }

    /**
     * The pair of an earlier start, or a new one that later starts find again.
     *
     * @param file where the private key is kept (PKCS #8), readable by its owner only
     * @param kid the key's id
     * @return the pair
     * @throws IOException when the file cannot be read or written
     */
    public static LivePersonKeyPair keptIn(Path file, String kid) throws IOException {
        if (Files.exists(file)) {
            return read(file, kid);
        }
        var made = generate(kid);
        Files.createDirectories(file.toAbsolutePath().getParent());
        createPrivate(file);
        Files.write(file, Base64.getMimeEncoder().encode(made.privateKey.getEncoded()));
        return made;
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else {
            Files.createFile(file);
        }
    }

    private static LivePersonKeyPair read(Path file, String kid) throws IOException {
        try {
            return parse(Files.readString(file, StandardCharsets.US_ASCII), kid);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "The key file " + file + " contains no RSA key. Delete it to get a new one.",
                    e);
        }
    }

    /**
     * The pair of a private key in PKCS #8, PEM or bare base64.
     *
     * @param text the private key
     * @param kid the key's id
     * @return the pair
     * @throws IllegalArgumentException when it isn't one; the message never contains the text
     */
    public static LivePersonKeyPair parse(String text, String kid) {
        try {
            var base64 = text.replaceAll("-----[A-Z ]+-----", "");
            var factory = KeyFactory.getInstance("RSA");
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            var key = (RSAPrivateCrtKey) factory.generatePrivate(encoded);
            var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new LivePersonKeyPair(kid, factory.generatePublic(spec), key);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "This is not an RSA private key in PKCS#8 (BEGIN PRIVATE KEY). Give the private"
                            + " key of your own key pair, whose public key the provider has"
                            + " in place of LivePerson's.",
                    e);
        }
    }

    /**
     * {@return the public key in the form in which LivePerson supplies it: base64 SPKI on one line
     * (L14)}
     */
    public String publicKeyAsHandedOut() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    @Override
    public String toString() {
        return "LivePersonKeyPair[kid=" + kid + "]";
    }
}
