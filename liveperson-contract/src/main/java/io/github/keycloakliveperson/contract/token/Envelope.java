package io.github.keycloakliveperson.contract.token;

/**
 * The JWE around a token (L13), as its header says.
 *
 * @param alg key encryption, {@code RSA-OAEP-256}
 * @param enc content encryption, not documented (L15)
 * @param kid which of LivePerson's keys
 * @param cty {@code JWT}, or empty when absent
 */
public record Envelope(String alg, String enc, String kid, String cty) {}
