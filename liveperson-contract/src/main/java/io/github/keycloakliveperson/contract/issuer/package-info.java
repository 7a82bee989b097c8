/** A provider's side for tests and the demo: id_tokens as LivePerson wants them, or not quite. */
package io.github.keycloakliveperson.contract.issuer;
