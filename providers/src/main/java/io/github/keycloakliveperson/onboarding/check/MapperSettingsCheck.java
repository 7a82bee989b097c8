package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.Check;
import io.github.keycloakliveperson.onboarding.MapperSettings;
import io.github.keycloakliveperson.onboarding.Setup;
import java.util.List;

/** Imported settings were never checked when they were saved (K31), so they are now. */
final class MapperSettingsCheck implements SetupCheck {

    static final String ID = "mapper-settings";

    @Override
    public Check on(Setup setup) {
        List<String> problems =
                setup.mappers().stream()
                        .filter(MapperSettings::isOurs)
                        .filter(mapper -> mapper.problem().isPresent())
                        .map(mapper -> mapper.place() + ": " + mapper.problem().get())
                        .toList();
        if (!problems.isEmpty()) {
            return Check.fail(
                    ID, String.join(" ", problems), "Open the mapper, mend the setting and save.");
        }
        return Check.pass(ID, "The mappers' settings can be used.");
    }
}
