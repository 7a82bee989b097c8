package io.github.keycloakliveperson.sde.claim;

import java.util.Comparator;

/**
 * Which of several mappers of one type has the first say about a field, whatever the order they run
 * in: the client's own before those of its scopes, then by name, then by id.
 */
public record Precedence(boolean ofScope, String name, String id)
        implements Comparable<Precedence> {

    private static final Comparator<String> NULLS_LAST =
            Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<Precedence> ORDER =
            Comparator.comparing(Precedence::ofScope)
                    .thenComparing(Precedence::name, NULLS_LAST)
                    .thenComparing(Precedence::id, NULLS_LAST);

    @Override
    public int compareTo(Precedence other) {
        return ORDER.compare(this, other);
    }
}
