package io.github.keycloakliveperson.onboarding.setup;

/**
 * The realm's active RS256 key.
 *
 * @param kid its key id
 * @param bits the length of its modulus
 * @param publicKey base64 of its SPKI on one line, as LivePerson's form takes it (L11)
 */
public record SigningKey(String kid, int bits, String publicKey) {}
