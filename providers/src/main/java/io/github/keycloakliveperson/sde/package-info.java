/**
 * Brand data for LivePerson: the two mappers that fill the {@code lp_sdes} claim (L8–L10), their
 * settings and their log. Where values come from is in {@code source}, how a text becomes JSON in
 * {@code value}, and the claim of several mappers in {@code claim}; none of these knows a mapper.
 */
package io.github.keycloakliveperson.sde;
