/**
 * Brand data for LivePerson: the two mappers that fill the {@code lp_sdes} claim (L8–L10).
 *
 * <p>Everything up to the claim's content is plain Java; Keycloak's types are met in the mappers,
 * {@link io.github.keycloakliveperson.sde.ConsumerProfile} and {@link
 * io.github.keycloakliveperson.sde.SdeClaimWriter} only.
 */
package io.github.keycloakliveperson.sde;
