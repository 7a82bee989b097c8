/**
 * Web addresses: LivePerson's, the brand's and this extension's own, read as browsers read them.
 * What is done at an address belongs to the other packages of {@code window}.
 */
package io.github.keycloakliveperson.window.address;
