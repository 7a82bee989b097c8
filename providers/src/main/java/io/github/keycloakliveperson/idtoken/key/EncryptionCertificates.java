package io.github.keycloakliveperson.idtoken.key;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Selects the pasted keys that are for encryption. A chain is not a choice of keys: LivePerson
 * doesn't have an authority's private key, so it couldn't read the token.
 */
public final class EncryptionCertificates {

    private static final int KEY_ENCIPHERMENT = 2;
    private static final int DATA_ENCIPHERMENT = 3;
    private static final int NO_AUTHORITY = -1;

    private final List<UnnamedKey> pasted;

    /** Whether every certificate is its own issuer, so that none of them is the end of a chain. */
    private final boolean chainless;

    private EncryptionCertificates(List<UnnamedKey> pasted) {
        this.pasted = pasted;
        this.chainless =
                pasted.stream().allMatch(key -> key.certificate().isEmpty() || issued(key, key));
    }

    public static List<UnnamedKey> of(List<UnnamedKey> pasted) throws EncryptionRefusal {
        var certificates = new EncryptionCertificates(pasted);
        List<UnnamedKey> usable = new ArrayList<>();
        Optional<EncryptionRefusal> first = Optional.empty();
        for (var key : pasted) {
            var refusal = certificates.refusal(key);
            if (refusal.isEmpty()) {
                usable.add(key);
            }
            first = first.or(() -> refusal);
        }
        if (usable.isEmpty()) {
            throw first.orElseThrow();
        }
        return usable;
    }

    private Optional<EncryptionRefusal> refusal(UnnamedKey key) {
        for (var other : pasted) {
            // a certificate that was renewed with the same key verifies too, but proves nothing
            if (!other.publicKey().equals(key.publicKey()) && issued(key, other)) {
                return refuse(key, "has signed the certificate in " + other.place());
            }
        }
        var certificate = key.certificate();
        if (certificate.filter(this::isAuthority).isPresent()) {
            return refuse(key, "belongs to a certificate authority");
        }
        return certificate.filter(c -> !mayEncrypt(c)).isPresent()
                ? refuse(key, "is in a certificate whose key usage has no keyEncipherment")
                : Optional.empty();
    }

    /** What {@code openssl req -x509} creates says CA too, but has issued no other. */
    private boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() != NO_AUTHORITY && !chainless;
    }

    private static boolean mayEncrypt(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[KEY_ENCIPHERMENT] || usage[DATA_ENCIPHERMENT];
    }

    private static boolean issued(UnnamedKey issuer, UnnamedKey subject) {
        if (subject.certificate().isEmpty()) {
            return false;
        }
        try {
            subject.certificate().get().verify(issuer.publicKey());
            return true;
        } catch (GeneralSecurityException notBy) {
            return false;
        }
    }

    private static Optional<EncryptionRefusal> refuse(UnnamedKey key, String why) {
        return Optional.of(
                new EncryptionRefusal(
                        "The key in " + key.place() + " is not for encryption: it " + why + ".",
                        "Paste the certificate that LivePerson supplies for encryption. You may"
                                + " also paste the certificates of its chain."));
    }
}
