/**
 * Consumer delegation: a bot calls the brand's API as the consumer, with an access token that
 * LivePerson keeps (L39, L40).
 */
package io.github.keycloakliveperson.contract.delegation;
