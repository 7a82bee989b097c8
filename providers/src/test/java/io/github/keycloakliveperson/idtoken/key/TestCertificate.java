package io.github.keycloakliveperson.idtoken.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate of a test's choice.
 *
 * @param subject whose key it holds
 * @param issuer who signs it
 * @param authority what its basic constraints say, null where it has none
 * @param usage its key usage as BouncyCastle counts, null where it has none
 */
record TestCertificate(
        KeyPair subject,
        KeyPair issuer,
        Boolean authority,
        Integer usage,
        Instant from,
        Instant until) {

    public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2026-12-31T23:59:59Z");

    public static TestCertificate issued(KeyPair subject, KeyPair issuer) {
        return new TestCertificate(subject, issuer, null, null, FROM, UNTIL);
    }

    public static TestCertificate selfSigned(KeyPair pair) {
        return issued(pair, pair);
    }

    public TestCertificate authority(Boolean is) {
        return new TestCertificate(subject, issuer, is, usage, from, until);
    }

    public TestCertificate usage(Integer is) {
        return new TestCertificate(subject, issuer, authority, is, from, until);
    }

    public TestCertificate valid(String fromDay, String untilDay) {
        return new TestCertificate(
                subject,
                issuer,
                authority,
                usage,
                Instant.parse(fromDay + "T00:00:00Z"),
                Instant.parse(untilDay + "T00:00:00Z"));
    }

    /** The certificate of an authority as RFC 5280 wants it. */
    public static TestCertificate root(KeyPair pair) {
        return selfSigned(pair).authority(true).usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    byte[] der() {
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            // one name for all, as with keys that are renewed
                            new X500Principal("CN=LivePerson"),
                            BigInteger.ONE,
                            Date.from(from),
                            Date.from(until),
                            new X500Principal("CN=LivePerson"),
                            subject.getPublic());
            if (authority != null) {
                builder.addExtension(
                        Extension.basicConstraints, true, new BasicConstraints(authority));
            }
            if (usage != null) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            }
            return builder.build(
                            new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String pem() {
        return TestKeys.pem("CERTIFICATE", der());
    }
}
