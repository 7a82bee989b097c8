package io.github.keycloakliveperson.it.harness.heap;

import java.util.List;

/**
 * A class of the dump.
 *
 * @param name with dots
 * @param parent the super class's id, 0 for none
 * @param fields its own instance fields, in the order of the instances' bytes
 */
record ClassLayout(String name, long parent, List<Field> fields) {

    /**
     * A field.
     *
     * @param type HPROF's number of its type
     */
    record Field(String name, int type) {

        boolean isReference() {
            return type == REFERENCE;
        }
    }

    static final int REFERENCE = 2;

    /** Bytes of a value in the dump, where addresses have eight. */
    static int dumped(int type) {
        return switch (type) {
            case REFERENCE, 7, 11 -> 8;
            case 6, 10 -> 4;
            case 5, 9 -> 2;
            case 4, 8 -> 1;
            default -> throw new IllegalStateException("HPROF has no type " + type);
        };
    }

    /** Bytes of a value in the heap, where addresses are compressed. */
    static int real(int type) {
        return type == REFERENCE ? 4 : dumped(type);
    }
}
