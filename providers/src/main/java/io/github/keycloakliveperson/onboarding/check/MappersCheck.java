package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.Check;
import io.github.keycloakliveperson.onboarding.MapperSettings;
import io.github.keycloakliveperson.onboarding.Setup;
import io.github.keycloakliveperson.sde.FieldSources;
import java.util.List;

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
                    "Keycloak doesn't know the kind of: " + String.join(", ", unknown) + ".",
                    "Delete it, or install the provider that it belongs to.");
        }
        if (setup.window().isEmpty()) {
            return Check.fail(
                    ID,
                    "The client has no LivePerson messaging window mapper that is always in effect.",
                    "Add it to the client, or assign the client scope that has it as a default.");
        }
        List<String> optional =
                setup.mappers().stream()
                        .filter(mapper -> mapper.isOurs() && !mapper.always())
                        .map(MapperSettings::place)
                        .toList();
        if (!optional.isEmpty()) {
            return Check.warn(
                    ID,
                    "In an optional client scope, which LivePerson never asks for: "
                            + String.join(", ", optional)
                            + ".",
                    "Assign the client scope as a default.");
        }
        if (setup.inEffect()
                .noneMatch(
                        m -> m.isSde() && !FieldSources.of(m.providerId(), m.config()).isEmpty())) {
            return Check.warn(
                    ID,
                    "No mapper gives LivePerson data about the consumer (lp_sdes).",
                    "Add the LivePerson customer info or personal info mapper, and name a source"
                            + " for at least one field.");
        }
        return Check.pass(ID, "The LivePerson mappers are in effect.");
    }
}
