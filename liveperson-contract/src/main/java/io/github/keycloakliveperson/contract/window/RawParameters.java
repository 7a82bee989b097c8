package io.github.keycloakliveperson.contract.window;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a query or a fragment with their characters exactly as they came (L28).
 *
 * @param pairs the parameters in their order
 */
public record RawParameters(List<Pair> pairs) {

    /**
     * One parameter.
     *
     * @param name decoded name
     * @param rawValue the characters after the first {@code =}, not decoded
     */
    public record Pair(String name, String rawValue) {}

    /** Copies the list. */
    public RawParameters {
        pairs = List.copyOf(pairs);
    }

    /**
     * @param text a query or fragment, with or without its {@code ?} or {@code #}; may be empty
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
        var equals = part.indexOf('=');
        return equals < 0
                ? new Pair(decode(part), "")
                : new Pair(decode(part.substring(0, equals)), part.substring(equals + 1));
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
        return raw(name).map(RawParameters::decode);
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw; // a bad escape: the characters are all there is
        }
    }

    @Override
    public String toString() {
        return "RawParameters" + pairs.stream().map(Pair::name).toList();
    }
}
