/**
 * The messaging window mapper: its settings, the tokens it trims, and the clients that have it.
 * What the endpoints do for such a client is in {@code external} and {@code embedded}.
 */
package io.github.keycloakliveperson.window.mapper;
