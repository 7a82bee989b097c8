/** The demo's brand: a small site whose customers sign in with Keycloak and chat by LivePerson. */
package io.github.keycloakliveperson.demo.brand;
