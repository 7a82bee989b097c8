/** Withholds tokens where a mapper that must see them would not run (K33). */
package io.github.keycloakliveperson.guard;
