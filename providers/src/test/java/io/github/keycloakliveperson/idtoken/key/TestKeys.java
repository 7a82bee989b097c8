package io.github.keycloakliveperson.idtoken.key;

import static java.math.BigInteger.ONE;
import static java.security.spec.RSAKeyGenParameterSpec.F4;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys as LivePerson would have them, and the forms in which it would supply them. */
public final class TestKeys {

    /** From RFC 7516, appendix A.1: published, so nobody's secret, and at once there. */
    public static final KeyPair FIRST =
            rsa(
                    "1r52Xk46c-LsfB5P442p7atdPUrxQSy4mti_tZI3Mgf2EuFVbUoDBvaRQ-SWxkbkmoEzL7JXroSB"
                            + "jSrK3YIQgYdMgyAEPTPjXv_hI2_1eTSPVZfzL0lffNn03IXqWF5MDFuoUYE0hzb2vhrlN_rKrbfD"
                            + "IwUbTrjjgieRbwC6Cl0",
                    "wLb35x7hmQWZsWJmB_vle87ihgZ19S8lBEROLIsZG4ayZVe9Hi9gDVCOBmUDdaDYVTSNx_8Fyw1Y"
                            + "Ya9XGrGnDew00J28cRUoeBB_jKI1oma0Orv1T9aXIWxKwd4gvxFImOWr3QRL9KEBRzk2RatUBnmD"
                            + "ZJTIAfwTs0g68UZHvtc");

    /** From RFC 7515, appendix A.2. */
    public static final KeyPair SECOND =
            rsa(
                    "4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3Khoo"
                            + "KeQTa9AB0Hw_Py5PJdTJNPY8cQn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-"
                            + "nXqhJTBgIPgtldC-KDV5z-y2XDwGUc",
                    "uQPEfgmVtjL0Uyyx88GZFF1fOunH3-"
                            + "7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t62wDmp"
                            + "e_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc");

    private TestKeys() {}

    public static RSAPublicKey publicKey(KeyPair pair) {
        return (RSAPublicKey) pair.getPublic();
    }

    public static String base64(KeyPair pair) {
        return base64(pair.getPublic());
    }

    public static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    public static String pem(KeyPair pair) {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN "
                + label
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n";
    }

    /** RSAPublicKey (PKCS#1) from SubjectPublicKeyInfo. */
    public static byte[] pkcs1(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded()).getPublicKeyData().getOctets();
    }

    public static String certificate(KeyPair pair, Instant from, Instant until) {
        return pem("CERTIFICATE", certificateDer(pair, from, until));
    }

    public static byte[] certificateDer(KeyPair pair, Instant from, Instant until) {
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
    public static String jwk(KeyPair pair, String... members) {
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

    public static String jwks(String... jwks) {
        return "{\"keys\":[" + String.join(",", jwks) + "]}";
    }

    public static String base64url(BigInteger number) {
        byte[] octets = number.toByteArray();
        int skip = octets[0] == 0 && octets.length > 1 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(octets, skip, octets.length));
    }

    /** The private key that has these prime factors, in base64url, and its public key. */
    private static KeyPair rsa(String p, String q) {
        BigInteger first = new BigInteger(1, Base64.getUrlDecoder().decode(p));
        BigInteger second = new BigInteger(1, Base64.getUrlDecoder().decode(q));
        BigInteger modulus = first.multiply(second);
        BigInteger less = first.subtract(ONE).multiply(second.subtract(ONE));
        BigInteger d = F4.modInverse(less);
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(modulus, F4)),
                    factory.generatePrivate(
                            new RSAPrivateCrtKeySpec(
                                    modulus,
                                    F4,
                                    d,
                                    first,
                                    second,
                                    d.mod(first.subtract(ONE)),
                                    d.mod(second.subtract(ONE)),
                                    second.modInverse(first))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair generate(String algorithm, int bits) {
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
