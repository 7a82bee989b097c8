package io.github.keycloakliveperson.sde;

/** Records fields that are left out or cut although the consumer has data for them. */
@FunctionalInterface
interface FieldProblems {

    void report(SdeField field, String reason);
}
