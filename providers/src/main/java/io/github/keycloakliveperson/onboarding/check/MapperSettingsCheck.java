package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Imported settings were never checked when they were saved (K31), so they are now; a setting that
 * no mapper has is saved everywhere without a word.
 */
final class MapperSettingsCheck implements SetupCheck {

    static final String ID = "mapper-settings";

    @Override
    public Check on(Setup setup) {
        List<MapperSettings> ours =
                setup.mappers().stream().filter(MapperSettings::isOurs).toList();
        String problems =
                ours.stream()
                        .filter(mapper -> mapper.problem().isPresent())
                        .map(mapper -> mapper.place() + ": " + mapper.problem().get())
                        .collect(Collectors.joining(" "));
        if (!problems.isEmpty()) {
            return Check.fail(ID, problems, "Open the mapper, fix the setting and save.");
        }
        String unknown =
                ours.stream()
                        .filter(mapper -> !mapper.unknownKeys().isEmpty())
                        .map(MapperSettingsCheck::unknown)
                        .collect(Collectors.joining(" "));
        if (!unknown.isEmpty()) {
            return Check.warn(
                    ID,
                    unknown,
                    "Write each setting's name exactly as in the documentation, or remove it.");
        }
        return Check.pass(ID, "The mappers' settings are valid.");
    }

    private static String unknown(MapperSettings mapper) {
        return mapper.place()
                + " has unknown settings, which do nothing: "
                + mapper.unknownKeys().stream()
                        .map(PastedText::shown)
                        .collect(Collectors.joining(", "))
                + '.';
    }
}
