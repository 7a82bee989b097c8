package io.github.keycloakliveperson.contract.window;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A query or a fragment in exactly its original characters (L25, L28): split only at {@code &}.
 *
 * @param pairs in their order
 */
public record RawParameters(List<Pair> pairs) {

    /** A decoded name and its raw value; the value is empty where there was no {@code =}. */
    public record Pair(String name, String rawValue) {}

    public RawParameters {
        pairs = List.copyOf(pairs);
    }

    /**
     * @param text a query or a fragment, with or without its {@code ?} or {@code #}; may be empty
     * @return its parameters
     */
    public static RawParameters parse(String text) {
        var bare = text.startsWith("?") || text.startsWith("#") ? text.substring(1) : text;
        return new RawParameters(
                Arrays.stream(bare.split("&"))
                        .filter(part -> !part.isEmpty())
                        .map(RawParameters::pair)
                        .toList());
    }

    private static Pair pair(String part) {
        var pair = part.split("=", 2);
        return new Pair(Encoding.decode(pair[0]), pair.length < 2 ? "" : pair[1]);
    }

    /**
     * @param name a parameter's name
     * @return its first value as it came
     */
    public Optional<String> raw(String name) {
        return pairs.stream().filter(p -> p.name().equals(name)).map(Pair::rawValue).findFirst();
    }

    /**
     * @param name a parameter's name
     * @return its first value, decoded as a form is
     */
    public Optional<String> value(String name) {
        return raw(name).map(Encoding::decode);
    }

    /**
     * @param name a parameter's name
     * @return how often it occurs
     */
    public long count(String name) {
        return pairs.stream().filter(p -> p.name().equals(name)).count();
    }

    /** {@return the names, in order} */
    public List<String> names() {
        return pairs.stream().map(Pair::name).toList();
    }

    @Override
    public String toString() {
        return "RawParameters" + names();
    }
}
