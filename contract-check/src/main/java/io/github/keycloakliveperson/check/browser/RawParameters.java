package io.github.keycloakliveperson.check.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parameters as the very characters they came in (L25): split at {@code &} only, decoded never.
 *
 * @param pairs in the order they stand
 */
public record RawParameters(List<Pair> pairs) {
    /** A name and its raw value; the value is empty where there was no {@code =}. */
    public record Pair(String name, String value) {}

    public RawParameters {
        pairs = List.copyOf(pairs);
    }

    /** Reads a query or a fragment, without its {@code ?} or {@code #}. */
    public static RawParameters of(String text) {
        List<Pair> pairs = new ArrayList<>();
        for (String part : text.split("&")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                pairs.add(
                        equals < 0
                                ? new Pair(part, "")
                                : new Pair(part.substring(0, equals), part.substring(equals + 1)));
            }
        }
        return new RawParameters(pairs);
    }

    /** The raw value of the first parameter of this name. */
    public Optional<String> first(String name) {
        return pairs.stream().filter(p -> p.name().equals(name)).map(Pair::value).findFirst();
    }

    /** How many parameters have this name. */
    public long count(String name) {
        return pairs.stream().filter(pair -> pair.name().equals(name)).count();
    }

    /** The names, in order. */
    public List<String> names() {
        return pairs.stream().map(Pair::name).toList();
    }
}
