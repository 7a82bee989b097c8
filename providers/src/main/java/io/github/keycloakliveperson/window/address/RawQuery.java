package io.github.keycloakliveperson.window.address;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A query as it is in the request: split only at {@code &}, with unchanged values (K7).
 *
 * @param parameters names, decoded, with their raw values, in their order
 */
public record RawQuery(List<Parameter> parameters) {

    /**
     * One parameter.
     *
     * @param name the decoded name; undecoded if it can't be decoded
     * @param rawValue the characters after the first {@code =}, empty when there is none
     */
    public record Parameter(String name, String rawValue) {}

    public RawQuery {
        parameters = List.copyOf(parameters);
    }

    /** Splits the text after the {@code ?}, null for nothing. */
    public static RawQuery parse(String rawQuery) {
        return new RawQuery(
                Stream.ofNullable(rawQuery)
                        .flatMap(query -> Arrays.stream(query.split("&")))
                        .filter(Predicate.not(String::isEmpty))
                        .map(RawQuery::parameter)
                        .toList());
    }

    public boolean has(String name) {
        return count(name) > 0;
    }

    /** Whether a parameter is there more than once (refused, RFC 6749 3.1). */
    public boolean repeats(String name) {
        return count(name) > 1;
    }

    /** The raw value of a parameter that is there exactly once. */
    public Optional<String> raw(String name) {
        var found = parameters.stream().filter(p -> p.name().equals(name)).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0).rawValue()) : Optional.empty();
    }

    /** Its decoded value; empty when it is missing, repeated, or not UTF-8. */
    public Optional<String> value(String name) {
        return raw(name).flatMap(PercentEncoding::decode);
    }

    /** The decoded values of those that are there exactly once and can be decoded. */
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        parameters.stream()
                .map(Parameter::name)
                .distinct()
                .forEach(name -> value(name).ifPresent(value -> values.put(name, value)));
        return values;
    }

    private long count(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).count();
    }

    static Parameter parameter(String part) {
        var equals = part.indexOf('=');
        var name = equals < 0 ? part : part.substring(0, equals);
        var value = equals < 0 ? "" : part.substring(equals + 1);
        return new Parameter(PercentEncoding.decode(name).orElse(name), value);
    }
}
