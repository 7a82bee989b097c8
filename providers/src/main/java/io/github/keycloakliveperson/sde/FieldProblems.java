package io.github.keycloakliveperson.sde;

/** Takes note of fields that are left out or cut although the consumer has data for them. */
@FunctionalInterface
interface FieldProblems {

    /**
     * Reports a field.
     *
     * @param field the field concerned
     * @param reason what is wrong with it, without the value
     */
    void report(SdeField field, String reason);
}
