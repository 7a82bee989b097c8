package io.github.keycloakliveperson.contract.token;

import java.util.List;

/**
 * The JWE around a token (L13), as its header says.
 *
 * @param alg key encryption, {@code RSA-OAEP-256}
 * @param enc content encryption, not documented (L15)
 * @param kid which of LivePerson's keys
 * @param cty {@code JWT}, or empty when absent
 */
public record Envelope(String alg, String enc, String kid, String cty) {

    /** The content encryptions that JWA defines (RFC 7518 §5.1). */
    public static final List<String> CONTENT_ENCRYPTIONS =
            List.of(
                    "A128CBC-HS256",
                    "A192CBC-HS384",
                    "A256CBC-HS512",
                    "A128GCM",
                    "A192GCM",
                    "A256GCM");
}
