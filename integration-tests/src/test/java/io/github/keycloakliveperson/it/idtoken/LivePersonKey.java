package io.github.keycloakliveperson.it.idtoken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/** A key pair of LivePerson's and the forms it hands the public key out in. */
public record LivePersonKey(String kid, KeyPair pair) {

    public static LivePersonKey make(String kid) {
        return make(kid, 2048);
    }

    static LivePersonKey make(String kid, int bits) {
        return new LivePersonKey(kid, keyPair("RSA", bits));
    }

    public static KeyPair keyPair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every form of the key that the mapper takes, by name. */
    Map<String, String> forms() {
        Instant now = Instant.now();
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("base64 SPKI", base64());
        forms.put("base64 SPKI with line breaks", mime(pair.getPublic().getEncoded()));
        forms.put("PEM public key", pem());
        forms.put(
                "PEM certificate",
                certificate(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30))));
        forms.put(
                "PEM certificates",
                certificate(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(8)))
                        + certificate(now.minusSeconds(60), now.plus(Duration.ofDays(30))));
        forms.put("JWK", jwk());
        forms.put("JWKS", "{\"keys\":[" + jwk() + "]}");
        return forms;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    public String pem() {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    String jwk() {
        RsaJsonWebKey jwk = new RsaJsonWebKey((RSAPublicKey) pair.getPublic());
        jwk.setKeyId(kid);
        jwk.setUse("enc");
        return jwk.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public String certificate(Instant from, Instant until) {
        return certificate(pair, pair, from, until, false);
    }

    /** This key's certificate, signed by an authority, and behind it the authority's own. */
    public String chain(KeyPair authority, Instant from, Instant until) {
        return certificate(pair, authority, from, until, false) + authority(authority);
    }

    /** The certificate of an authority, which is valid for years. */
    static String authority(KeyPair pair) {
        Instant now = Instant.now();
        return certificate(
                pair,
                pair,
                now.minus(Duration.ofDays(1000)),
                now.plus(Duration.ofDays(2649)),
                true);
    }

    private static String certificate(
            KeyPair subject, KeyPair issuer, Instant from, Instant until, boolean authority) {
        X500Principal name = new X500Principal("CN=LivePerson");
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.ONE,
                            Date.from(from),
                            Date.from(until),
                            name,
                            subject.getPublic());
            if (authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            }
            return pem(
                    "CERTIFICATE",
                    builder.build(
                                    new JcaContentSignerBuilder("SHA256withRSA")
                                            .build(issuer.getPrivate()))
                            .getEncoded());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, mime(der), label);
    }

    private static String mime(byte[] der) {
        return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    }
}
