package io.github.keycloakliveperson.idtoken.key;

import java.util.HexFormat;
import java.util.Map;

/** Names the algorithm identifier of a SubjectPublicKeyInfo (RFC 3279, 5480, 8410). */
final class KeyAlgorithm {

    static final String RSA = "RSA";

    private static final Map<String, String> NAMES =
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

    private KeyAlgorithm() {}

    /**
     * Names an algorithm.
     *
     * @param oid the content octets of its object identifier
     * @return its usual name, or {@code unknown}
     */
    static String named(byte[] oid) {
        return NAMES.getOrDefault(HexFormat.of().formatHex(oid), "unknown");
    }
}
