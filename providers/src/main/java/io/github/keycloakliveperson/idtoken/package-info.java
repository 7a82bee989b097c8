/**
 * The mapper that encrypts id_tokens for LivePerson (L13–L16): its settings, which key is due, and
 * the encryption itself. What a pasted key is, is found out in {@code key}.
 */
package io.github.keycloakliveperson.idtoken;
