package io.github.keycloakliveperson.idtoken.key;

import static io.github.keycloakliveperson.idtoken.key.DerElement.BIT_STRING;
import static io.github.keycloakliveperson.idtoken.key.DerElement.INTEGER;
import static io.github.keycloakliveperson.idtoken.key.DerElement.OCTET_STRING;
import static io.github.keycloakliveperson.idtoken.key.DerElement.SEQUENCE;

import java.util.List;

/** What a DER structure is, told from its outline. */
enum DerKind {
    /** SubjectPublicKeyInfo, RFC 5280 §4.1.2.7: what LivePerson calls X.509-encoded (L14). */
    SPKI,
    /** An X.509 certificate, RFC 5280 §4.1. */
    CERTIFICATE,
    /** RSAPublicKey, RFC 8017 A.1.1. */
    RSA_PUBLIC_KEY,
    /** PKCS#8, encrypted PKCS#8, PKCS#1 or SEC 1. */
    PRIVATE_KEY,
    OTHER;

    static DerKind of(byte[] der, DerElement outer) {
        List<DerElement> parts = outer.tag() == SEQUENCE ? outer.children(der) : List.of();
        if (parts.size() < 2) {
            return OTHER;
        }
        var first = parts.get(0).tag();
        var second = parts.get(1).tag();
        if (first == INTEGER) {
            return numbered(parts.size(), second);
        }
        if (first == SEQUENCE && parts.size() == 2 && second == BIT_STRING) {
            return SPKI;
        }
        if (first == SEQUENCE && parts.size() == 2 && second == OCTET_STRING) {
            return PRIVATE_KEY;
        }
        var signed =
                first == SEQUENCE
                        && parts.size() == 3
                        && second == SEQUENCE
                        && parts.get(2).tag() == BIT_STRING;
        return signed ? CERTIFICATE : OTHER;
    }

    /** RSAPublicKey is two numbers; the private kinds begin with their version. */
    private static DerKind numbered(int size, int second) {
        return switch (second) {
            case INTEGER -> size == 2 ? RSA_PUBLIC_KEY : PRIVATE_KEY;
            case SEQUENCE, OCTET_STRING -> PRIVATE_KEY;
            default -> OTHER;
        };
    }
}
