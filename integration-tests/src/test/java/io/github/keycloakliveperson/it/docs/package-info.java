/** The documents themselves: what they show is read by the tool that a reader would hand it to. */
package io.github.keycloakliveperson.it.docs;
