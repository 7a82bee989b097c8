package io.github.keycloakliveperson.idtoken.key;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Reads a DER-encoded public key or certificate. */
final class DerKeys {

    private static final String RSA = "RSA";

    /** By the object identifier of a SubjectPublicKeyInfo (RFC 3279, 5480, 8410). */
    private static final Map<String, String> ALGORITHMS =
            Map.of(
                    "2a864886f70d010101", RSA,
                    "2a864886f70d010107", "RSAES-OAEP",
                    "2a864886f70d01010a", "RSASSA-PSS",
                    "2a8648ce3d0201", "EC",
                    "2a8648ce380401", "DSA",
                    "2b656e", "X25519",
                    "2b656f", "X448",
                    "2b6570", "Ed25519",
                    "2b6571", "Ed448");

    private DerKeys() {}

    /** Reads a SubjectPublicKeyInfo, an RSAPublicKey or a certificate at its place in the paste. */
    static UnnamedKey read(String place, byte[] der) throws EncryptionRefusal {
        var outer = element(place, der, 0);
        if (outer.tag() != DerElement.SEQUENCE) {
            throw EncryptionRefusal.damaged(place);
        }
        if (outer.end() != der.length) {
            throw new EncryptionRefusal(
                    "The content of %s has %s bytes, but its key has %s."
                            .formatted(place, der.length, outer.end()),
                    outer.end() > der.length
                            ? "The end is missing: copy the whole key again."
                            : "Paste several keys as PEM blocks or as a JWKS.");
        }
        return switch (DerKind.of(der, outer)) {
            case SPKI -> bare(place, subjectPublicKeyInfo(place, der));
            case CERTIFICATE -> certificate(place, der);
            case RSA_PUBLIC_KEY -> bare(place, rsaPublicKey(place, der, outer));
            case PRIVATE_KEY -> throw EncryptionRefusal.secret(place);
            case OTHER -> throw EncryptionRefusal.damaged(place);
        };
    }

    private static UnnamedKey bare(String place, RSAPublicKey key) {
        return new UnnamedKey(place, key, "", Optional.empty());
    }

    private static UnnamedKey certificate(String place, byte[] der) throws EncryptionRefusal {
        try {
            var certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            var key = subjectPublicKeyInfo(place, certificate.getPublicKey().getEncoded());
            return new UnnamedKey(place, key, "", Optional.of(certificate));
        } catch (CertificateException e) {
            throw EncryptionRefusal.damaged("The certificate", place, "cannot be read");
        }
    }

    private static RSAPublicKey subjectPublicKeyInfo(String place, byte[] der)
            throws EncryptionRefusal {
        var parts = element(place, der, 0).children(der);
        var identifier = parts.get(0).children(der);
        if (identifier.isEmpty() || identifier.get(0).tag() != DerElement.OBJECT_IDENTIFIER) {
            throw EncryptionRefusal.damaged(place);
        }
        var oid = HexFormat.of().formatHex(identifier.get(0).content(der));
        var algorithm = ALGORITHMS.getOrDefault(oid, "unknown");
        if (!RSA.equals(algorithm)) {
            throw EncryptionRefusal.wrongAlgorithm(place, algorithm);
        }
        // The first octet of a BIT STRING counts unused bits: none here.
        var key = element(place, der, parts.get(1).start() + 1);
        if (key.end() != parts.get(1).end()) {
            throw EncryptionRefusal.damaged(place);
        }
        return rsaPublicKey(place, der, key);
    }

    private static RSAPublicKey rsaPublicKey(String place, byte[] der, DerElement sequence)
            throws EncryptionRefusal {
        var numbers = sequence.children(der);
        if (numbers.size() != 2 || !numbers.stream().allMatch(n -> n.tag() == DerElement.INTEGER)) {
            throw EncryptionRefusal.damaged(place);
        }
        var modulus = new BigInteger(1, numbers.get(0).content(der));
        var exponent = new BigInteger(1, numbers.get(1).content(der));
        return RsaKeys.of(place, modulus, exponent);
    }

    private static DerElement element(String place, byte[] der, int offset)
            throws EncryptionRefusal {
        return DerElement.at(der, offset).orElseThrow(() -> EncryptionRefusal.damaged(place));
    }
}
