package io.github.keycloakliveperson.idtoken.key;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a DER sequence is, told from the tags of its parts, in hexadecimal. */
enum DerKind {
    /** SubjectPublicKeyInfo, RFC 5280 §4.1.2.7: what LivePerson calls X.509-encoded (L14). */
    SPKI("30 03"),

    /** An X.509 certificate, RFC 5280 §4.1. */
    CERTIFICATE("30 30 03"),

    /** RSAPublicKey, RFC 8017 A.1.1: two numbers. */
    RSA_PUBLIC_KEY("02 02"),

    /** PKCS#8, PKCS#1 and SEC 1 begin with their version, an encrypted PKCS#8 doesn't. */
    PRIVATE_KEY("02 (?:02 .+|(?:30|04).*)|30 04"),

    OTHER(".*");

    private final Pattern outline;

    DerKind(String outline) {
        this.outline = Pattern.compile(outline);
    }

    static DerKind of(byte[] der, DerElement sequence) {
        var tags =
                sequence.children(der).stream()
                        .map(part -> "%02x".formatted(part.tag()))
                        .collect(Collectors.joining(" "));
        return Arrays.stream(values())
                .filter(kind -> kind.outline.matcher(tags).matches())
                .findFirst()
                .orElseThrow();
    }
}
