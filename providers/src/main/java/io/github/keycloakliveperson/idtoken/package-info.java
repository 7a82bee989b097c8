/**
 * The mapper that encrypts id_tokens for LivePerson (L13–L16): its settings, which key is in use,
 * and the encryption itself. {@code key} reads pasted keys.
 */
package io.github.keycloakliveperson.idtoken;
