package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.sde.FieldSources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Nothing makes {@code lp_sdes} twice, each in its own way (K19, L8). */
final class SdeConflictCheck implements SetupCheck {

    static final String ID = "sde-conflict";

    @Override
    public Check on(Setup setup) {
        List<String> foreign =
                setup.inEffect()
                        .filter(SdeConflictCheck::writesClaim)
                        .map(MapperSettings::place)
                        .toList();
        boolean ours = setup.inEffect().anyMatch(MapperSettings::isSde);
        if (foreign.size() > 1 || ours && !foreign.isEmpty()) {
            return Check.fail(
                    ID,
                    "Another mapper writes lp_sdes too: " + String.join(", ", foreign) + ".",
                    "Keep the LivePerson mappers and delete it.");
        }
        if (!foreign.isEmpty()) {
            return Check.warn(
                    ID,
                    "lp_sdes is written by hand: "
                            + foreign.get(0)
                            + ". Keycloak silently drops it if its JSON is malformed.",
                    "Use the LivePerson customer info and personal info mappers instead.");
        }
        Set<String> twice = new TreeSet<>();
        Stream.of(MapperSettings.CUSTOMER_INFO, MapperSettings.PERSONAL_INFO)
                .forEach(kind -> twice.addAll(atOdds(setup, kind)));
        if (!twice.isEmpty()) {
            return Check.warn(
                    ID,
                    "Two mappers give different sources for: " + String.join(", ", twice) + ".",
                    "Keep one source for each field.");
        }
        return Check.pass(ID, "Every field of lp_sdes has one source.");
    }

    private static boolean writesClaim(MapperSettings mapper) {
        return mapper.claim().equals("lp_sdes") || mapper.claim().startsWith("lp_sdes.");
    }

    private static Set<String> atOdds(Setup setup, String kind) {
        Map<String, String> sources = new HashMap<>();
        Set<String> fields = new TreeSet<>();
        setup.inEffect()
                .filter(mapper -> mapper.providerId().equals(kind))
                .forEach(
                        mapper ->
                                FieldSources.of(mapper.providerId(), mapper.config())
                                        .forEach(
                                                (field, source) -> {
                                                    String other = sources.put(field, source);
                                                    if (other != null && !other.equals(source)) {
                                                        fields.add(field);
                                                    }
                                                }));
        return fields;
    }
}
