package io.github.keycloakliveperson.it.harness.heap;

import java.util.Arrays;

/** Where the dump has which object. There are a million of them, so that two numbers are one. */
final class ObjectIndex {

    private static final int POSITION_BITS = 31;
    private static final long POSITION = (1L << POSITION_BITS) - 1;
    private static final int ALIGNMENT_BITS = 3;

    private long[] entries = new long[1 << 20];
    private int size;

    void add(long id, int position) {
        if (id >>> (ALIGNMENT_BITS + 32) != 0) {
            throw new IllegalStateException("The heap is expected below 32 GB.");
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        entries[size++] = id >>> ALIGNMENT_BITS << POSITION_BITS | position;
    }

    void sort() {
        entries = Arrays.copyOf(entries, size);
        Arrays.sort(entries);
    }

    /** The position of an object's record, -1 for what is no object: null, or a class. */
    int position(long id) {
        long first = id >>> ALIGNMENT_BITS << POSITION_BITS;
        int at = Arrays.binarySearch(entries, first);
        int found = at < 0 ? -at - 1 : at;
        boolean there = found < size && entries[found] >>> POSITION_BITS == id >>> ALIGNMENT_BITS;
        return there ? (int) (entries[found] & POSITION) : -1;
    }

    /** Every object's id. */
    long[] ids() {
        return Arrays.stream(entries)
                .map(entry -> entry >>> POSITION_BITS << ALIGNMENT_BITS)
                .toArray();
    }
}
