package io.github.keycloakliveperson.onboarding.setup;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a client has to get so that a check passes: only what every LivePerson client has. It takes
 * nothing away, and so is safe without asking.
 *
 * @param redirectUris exact redirect URIs to add
 * @param attributes client attributes to set
 * @param mappers the settings of mappers of the client itself, by the mappers' names
 */
public record Repair(
        Collection<String> redirectUris,
        Map<String, String> attributes,
        Map<String, Map<String, String>> mappers) {

    /** Nothing: only a person knows what to do. */
    public static final Repair NONE = attributes(Map.of());

    public static Repair redirectUris(Collection<String> missing) {
        return new Repair(missing, Map.of(), Map.of());
    }

    public static Repair attributes(Map<String, String> values) {
        return new Repair(List.of(), values, Map.of());
    }

    public static Repair mappers(Map<String, Map<String, String>> settings) {
        return new Repair(List.of(), Map.of(), settings);
    }
}
