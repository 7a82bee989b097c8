package io.github.keycloakliveperson.idtoken.key;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/** Reads a DER-encoded public key or certificate. */
final class DerKeys {

    private DerKeys() {}

    /**
     * Reads one key.
     *
     * @param place where it stands in the paste, for messages
     * @param der SubjectPublicKeyInfo, RSAPublicKey or certificate
     * @return the key
     * @throws EncryptionRefusal if it is anything else, cut off, or not usable
     */
    static UnnamedKey read(String place, byte[] der) throws EncryptionRefusal {
        DerElement outer =
                DerElement.at(der, 0).orElseThrow(() -> EncryptionRefusal.damaged(place));
        if (outer.tag() != DerElement.SEQUENCE) {
            throw EncryptionRefusal.damaged(place);
        }
        if (outer.end() != der.length) {
            throw new EncryptionRefusal(
                    "The content of "
                            + place
                            + " has "
                            + der.length
                            + " bytes, but its key has "
                            + outer.end()
                            + ".",
                    outer.end() > der.length
                            ? "The end is missing: copy the whole key again."
                            : "Paste several keys as PEM blocks or as a JWKS.");
        }
        return switch (DerKind.of(der, outer)) {
            case SPKI -> bare(place, subjectPublicKeyInfo(place, der, outer));
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
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            byte[] spki = certificate.getPublicKey().getEncoded();
            RSAPublicKey key =
                    subjectPublicKeyInfo(
                            place,
                            spki,
                            DerElement.at(spki, 0)
                                    .orElseThrow(() -> EncryptionRefusal.damaged(place)));
            return new UnnamedKey(place, key, "", Optional.of(certificate));
        } catch (CertificateException e) {
            throw EncryptionRefusal.damaged("The certificate", place, "cannot be read");
        }
    }

    private static RSAPublicKey subjectPublicKeyInfo(String place, byte[] der, DerElement outer)
            throws EncryptionRefusal {
        List<DerElement> parts = outer.children(der);
        List<DerElement> identifier = parts.get(0).children(der);
        if (identifier.isEmpty() || identifier.get(0).tag() != DerElement.OBJECT_IDENTIFIER) {
            throw EncryptionRefusal.damaged(place);
        }
        String algorithm = KeyAlgorithm.named(identifier.get(0).content(der));
        if (!KeyAlgorithm.RSA.equals(algorithm)) {
            throw EncryptionRefusal.wrongAlgorithm(place, algorithm);
        }
        // The first octet of a BIT STRING counts unused bits: none here.
        int keyStart = parts.get(1).start() + 1;
        DerElement key =
                DerElement.at(der, keyStart).orElseThrow(() -> EncryptionRefusal.damaged(place));
        if (key.end() != parts.get(1).end()) {
            throw EncryptionRefusal.damaged(place);
        }
        return rsaPublicKey(place, der, key);
    }

    private static RSAPublicKey rsaPublicKey(String place, byte[] der, DerElement sequence)
            throws EncryptionRefusal {
        List<DerElement> numbers = sequence.children(der);
        if (numbers.size() != 2 || !numbers.stream().allMatch(n -> n.tag() == DerElement.INTEGER)) {
            throw EncryptionRefusal.damaged(place);
        }
        BigInteger modulus = new BigInteger(1, numbers.get(0).content(der));
        BigInteger exponent = new BigInteger(1, numbers.get(1).content(der));
        return RsaKeys.of(place, modulus, exponent);
    }
}
