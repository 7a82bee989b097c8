/**
 * LivePerson's external window (L22–L30): what it sends to the authentication endpoint in both
 * dialects, how it reads the answer, and whether its state came back unchanged.
 */
package io.github.keycloakliveperson.contract.window;
