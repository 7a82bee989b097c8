package io.github.keycloakliveperson.idtoken;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys as LivePerson would have them, and the forms it would hand them out in. */
final class TestKeys {

    static final KeyPair FIRST = rsa(2048);
    static final KeyPair SECOND = rsa(2048);
    static final KeyPair WEAK = rsa(1024);
    static final KeyPair EC = generate("EC", 256);

    private TestKeys() {}

    static RSAPublicKey publicKey(KeyPair pair) {
        return (RSAPublicKey) pair.getPublic();
    }

    static String base64(KeyPair pair) {
        return base64(pair.getPublic());
    }

    static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    static String pem(KeyPair pair) {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN "
                + label
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n";
    }

    /** RSAPublicKey (PKCS#1) from SubjectPublicKeyInfo. */
    static byte[] pkcs1(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded()).getPublicKeyData().getOctets();
    }

    static String certificate(KeyPair pair, Instant from, Instant until) {
        return pem("CERTIFICATE", certificateDer(pair, from, until));
    }

    static byte[] certificateDer(KeyPair pair, Instant from, Instant until) {
        X500Principal name = new X500Principal("CN=LivePerson");
        String algorithm = "EC".equals(pair.getPrivate().getAlgorithm()) ? "ECDSA" : "RSA";
        try {
            return new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.ONE,
                            Date.from(from),
                            Date.from(until),
                            name,
                            pair.getPublic())
                    .build(
                            new JcaContentSignerBuilder("SHA256with" + algorithm)
                                    .build(pair.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JWK with the given further members, such as {@code "use":"enc"}. */
    static String jwk(KeyPair pair, String... members) {
        RSAPublicKey key = publicKey(pair);
        StringBuilder json =
                new StringBuilder("{\"kty\":\"RSA\",\"n\":\"")
                        .append(base64url(key.getModulus()))
                        .append("\",\"e\":\"")
                        .append(base64url(key.getPublicExponent()))
                        .append('"');
        for (String member : members) {
            json.append(',').append(member);
        }
        return json.append('}').toString();
    }

    static String jwks(String... jwks) {
        return "{\"keys\":[" + String.join(",", jwks) + "]}";
    }

    static String base64url(BigInteger number) {
        byte[] octets = number.toByteArray();
        int skip = octets[0] == 0 && octets.length > 1 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(octets, skip, octets.length));
    }

    static KeyPair rsa(int bits) {
        return generate("RSA", bits);
    }

    static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
