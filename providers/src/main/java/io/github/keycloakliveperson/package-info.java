/**
 * What every mapper and endpoint needs: the version, and the reading of pasted settings. Nothing
 * that knows a subject of LivePerson's belongs here.
 */
package io.github.keycloakliveperson;
