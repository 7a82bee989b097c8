/**
 * The {@code lp_sdes} claim of one token, whoever writes to it and in whatever order (L8–L10). How
 * a field gets its value is not known here.
 */
package io.github.keycloakliveperson.sde.claim;
