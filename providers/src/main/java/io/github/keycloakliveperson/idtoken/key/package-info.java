/**
 * The intake of LivePerson's key as it comes (L14): PEM, DER, JWK, base64, and when a certificate
 * may be used. Plain Java; which of several keys encrypts is decided above.
 */
package io.github.keycloakliveperson.idtoken.key;
