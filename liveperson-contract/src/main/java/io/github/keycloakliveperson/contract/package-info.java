/**
 * LivePerson's side of a sign-in, written from the contract's clauses L1–L21: the connector record,
 * the token call, decryption, verification, and what an agent gets to see of a token.
 *
 * <p>Nothing here depends on Keycloak. Nothing here logs: tokens, codes, secrets and claims stay
 * with the caller.
 */
package io.github.keycloakliveperson.contract;
