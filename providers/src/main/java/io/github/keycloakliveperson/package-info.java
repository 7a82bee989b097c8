/**
 * What every mapper and endpoint needs: the version, and the reading of pasted settings. Code for
 * one LivePerson topic doesn't belong here.
 */
package io.github.keycloakliveperson;
