/**
 * Reads LivePerson's key in every form (L14): PEM, DER, JWK, base64, and when a certificate may be
 * used. Plain Java; which of several keys encrypts is decided above.
 */
package io.github.keycloakliveperson.idtoken.key;
