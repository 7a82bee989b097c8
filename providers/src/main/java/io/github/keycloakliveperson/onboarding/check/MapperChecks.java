package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Repair;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.sde.FieldSources;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mappers of this extension. */
final class MapperChecks {

    private MapperChecks() {}

    /** They are there, Keycloak knows them (K18), and they work for every token. */
    static Finding mappers(Setup setup) {
        var unknown = places(setup, mapper -> !mapper.installed());
        if (!unknown.isEmpty()) {
            return Finding.fail(
                    "Keycloak doesn't know the type of: " + unknown + ".",
                    "Delete it, or install the provider that it belongs to.");
        }
        if (setup.window().isEmpty()) {
            return Finding.fail(
                    "The client has no LivePerson messaging window mapper that is always in"
                            + " effect.",
                    "Add it to the client, or assign the client scope that has it as a default.");
        }
        var restricted =
                setup.inEffect()
                        .filter(mapper -> mapper.isOurs() && mapper.restriction().isPresent())
                        .toList();
        if (!restricted.isEmpty()) {
            return restricted(restricted, setup);
        }
        var optional = places(setup, mapper -> mapper.isOurs() && !mapper.always());
        if (!optional.isEmpty()) {
            return Finding.warn(
                    "In an optional client scope, which LivePerson never requests: "
                            + optional
                            + ".",
                    "Assign the client scope as a default.");
        }
        var data =
                setup.inEffect()
                        .filter(MapperSettings::isSde)
                        .anyMatch(m -> !FieldSources.of(m.providerId(), m.config()).isEmpty());
        return data || setup.delegatesOnly()
                ? Finding.pass("The LivePerson mappers are in effect.")
                : Finding.warn(
                        "No mapper gives LivePerson data about the consumer (lp_sdes).",
                        "Add the LivePerson customer info or personal info mapper, and name a"
                                + " source for at least one field.");
    }

    /**
     * Imported settings were never checked when they were saved (K31), so they are now; a setting
     * that no mapper has is saved everywhere without a word.
     */
    static Finding settings(Setup setup) {
        var ours = setup.mappers().stream().filter(MapperSettings::isOurs).toList();
        var problems =
                sentences(
                        ours.stream().filter(mapper -> mapper.problem().isPresent()),
                        mapper -> mapper.place() + ": " + mapper.problem().get());
        if (!problems.isEmpty()) {
            return Finding.fail(problems, "Open the mapper, fix the setting and save.")
                    .repairedBy(Repair.mappers(readable(ours)));
        }
        var unknown =
                sentences(
                        ours.stream().filter(mapper -> !mapper.unknownKeys().isEmpty()),
                        MapperChecks::unknownSettings);
        return unknown.isEmpty()
                ? Finding.pass("The mappers' settings are valid.")
                : Finding.warn(
                        unknown,
                        "Write each setting's name exactly as in the documentation, or remove it.");
    }

    /**
     * The client's own window mappers with the default, which holds now anyway, in place of what
     * can't be read. Other mappers have no default that says what was meant.
     */
    private static Map<String, Map<String, String>> readable(List<MapperSettings> ours) {
        return ours.stream()
                .filter(m -> m.scope().isEmpty() && m.providerId().equals(MapperSettings.WINDOW))
                .filter(m -> !WindowMapperConfig.problems(m.config()).isEmpty())
                .collect(
                        Collectors.toMap(
                                MapperSettings::name,
                                m -> WindowMapperConfig.readable(m.config())));
    }

    /** Withheld by the guard, if there is one; without it, tokens may leave untrimmed. */
    private static Finding restricted(List<MapperSettings> mappers, Setup setup) {
        var message = sentences(mappers.stream(), m -> m.place() + " " + m.restriction().get());
        var fix = "Move the mapper to the client itself, or to a client scope for everybody.";
        return setup.guard().present()
                        || mappers.stream()
                                .noneMatch(m -> m.providerId().equals(MapperSettings.WINDOW))
                ? Finding.warn(message, fix)
                : Finding.fail(message, fix);
    }

    private static String unknownSettings(MapperSettings mapper) {
        var names = mapper.unknownKeys().stream().map(PastedText::shown);
        return mapper.place()
                + " has unknown settings, which do nothing: "
                + names.collect(Collectors.joining(", "))
                + '.';
    }

    private static String places(Setup setup, Predicate<MapperSettings> which) {
        return setup.mappers().stream()
                .filter(which)
                .map(MapperSettings::place)
                .collect(Collectors.joining(", "));
    }

    private static String sentences(
            Stream<MapperSettings> mappers, Function<MapperSettings, String> sentence) {
        return mappers.map(sentence).collect(Collectors.joining(" "));
    }
}
