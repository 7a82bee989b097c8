/** A provider's side for tests and the demo: correct id_tokens, and faulty ones. */
package io.github.keycloakliveperson.contract.issuer;
