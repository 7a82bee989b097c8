package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.sde.FieldSources;
import java.util.List;
import java.util.stream.Collectors;

/** The mappers are there, Keycloak knows them (K18), and they work for every token. */
final class MappersCheck implements SetupCheck {

    static final String ID = "mappers";

    @Override
    public Check on(Setup setup) {
        List<String> unknown =
                setup.mappers().stream()
                        .filter(mapper -> !mapper.installed())
                        .map(MapperSettings::place)
                        .toList();
        if (!unknown.isEmpty()) {
            return Check.fail(
                    ID,
                    "Keycloak doesn't know the type of: " + String.join(", ", unknown) + ".",
                    "Delete it, or install the provider that it belongs to.");
        }
        if (setup.window().isEmpty()) {
            return Check.fail(
                    ID,
                    "The client has no LivePerson messaging window mapper that is always in"
                            + " effect.",
                    "Add it to the client, or assign the client scope that has it as a default.");
        }
        List<MapperSettings> restricted =
                setup.inEffect()
                        .filter(MapperSettings::isOurs)
                        .filter(mapper -> mapper.restriction().isPresent())
                        .toList();
        if (!restricted.isEmpty()) {
            return restricted(restricted, setup);
        }
        List<String> optional =
                setup.mappers().stream()
                        .filter(mapper -> mapper.isOurs() && !mapper.always())
                        .map(MapperSettings::place)
                        .toList();
        if (!optional.isEmpty()) {
            return Check.warn(
                    ID,
                    "In an optional client scope, which LivePerson never requests: "
                            + String.join(", ", optional)
                            + ".",
                    "Assign the client scope as a default.");
        }
        if (!setup.delegatesOnly()
                && setup.inEffect()
                        .noneMatch(
                                m ->
                                        m.isSde()
                                                && !FieldSources.of(m.providerId(), m.config())
                                                        .isEmpty())) {
            return Check.warn(
                    ID,
                    "No mapper gives LivePerson data about the consumer (lp_sdes).",
                    "Add the LivePerson customer info or personal info mapper, and name a source"
                            + " for at least one field.");
        }
        return Check.pass(ID, "The LivePerson mappers are in effect.");
    }

    /** Withheld by the guard, if there is one; without it, tokens may leave untrimmed. */
    private static Check restricted(List<MapperSettings> mappers, Setup setup) {
        String message =
                mappers.stream()
                        .map(mapper -> mapper.place() + " " + mapper.restriction().get())
                        .collect(Collectors.joining(" "));
        String fix = "Move the mapper to the client itself, or to a client scope for everybody.";
        boolean escapes =
                !setup.guard().present()
                        && mappers.stream()
                                .anyMatch(m -> m.providerId().equals(MapperSettings.WINDOW));
        return escapes ? Check.fail(ID, message, fix) : Check.warn(ID, message, fix);
    }
}
