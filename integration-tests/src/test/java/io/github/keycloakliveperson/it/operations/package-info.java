/**
 * What an administrator does to a Keycloak with this extension in it: runs it in production mode,
 * in a cluster and under load, upgrades it, takes the extension out.
 *
 * <p>Kept out of the default build for its length; {@code -Dit.groups=operations} and {@code
 * -Dit.groups=load} run it. Needs nginx and PostgreSQL.
 */
package io.github.keycloakliveperson.it.operations;
