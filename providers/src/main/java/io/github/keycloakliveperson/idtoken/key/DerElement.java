package io.github.keycloakliveperson.idtoken.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One element of a DER structure (X.690), read before Java's parsers to say what it is. */
record DerElement(int tag, int start, int length) {

    static final int INTEGER = 0x02;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;

    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_OCTETS = 3;

    int end() {
        return start + length;
    }

    byte[] content(byte[] der) {
        return Arrays.copyOfRange(der, start, end());
    }

    /** Reads the header of an element; its content may reach beyond the bytes at hand. */
    static Optional<DerElement> at(byte[] der, int offset) {
        if (offset + 2 > der.length) {
            return Optional.empty();
        }
        var tag = der[offset] & 0xFF;
        var first = der[offset + 1] & 0xFF;
        if (first < LONG_FORM) {
            return Optional.of(new DerElement(tag, offset + 2, first));
        }
        var octets = first - LONG_FORM;
        var start = offset + 2 + octets;
        if (octets == 0 || octets > MOST_LENGTH_OCTETS || start > der.length) {
            return Optional.empty();
        }
        var length = 0;
        for (int i = offset + 2; i < start; i++) {
            length = length << 8 | der[i] & 0xFF;
        }
        return Optional.of(new DerElement(tag, start, length));
    }

    /** The elements inside this one; none if they don't fill it exactly. */
    List<DerElement> children(byte[] der) {
        List<DerElement> children = new ArrayList<>();
        var offset = start;
        while (offset < end()) {
            var child = at(der, offset).filter(c -> c.end() <= end());
            if (child.isEmpty()) {
                return List.of();
            }
            children.add(child.get());
            offset = child.get().end();
        }
        return children;
    }
}
