package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.sde.FieldSources;
import java.util.Set;
import java.util.TreeSet;

/** The user attributes that the mappers read can exist (K20). */
final class UserProfileCheck implements SetupCheck {

    static final String ID = "user-profile";

    @Override
    public Check on(Setup setup) {
        if (setup.realm().anyAttribute()) {
            return Check.pass(ID, "Users may have any attribute.");
        }
        Set<String> missing = new TreeSet<>();
        setup.inEffect()
                .filter(MapperSettings::isSde)
                .forEach(
                        mapper ->
                                missing.addAll(
                                        FieldSources.attributes(
                                                mapper.providerId(), mapper.config())));
        missing.removeAll(setup.realm().attributes());
        if (!missing.isEmpty()) {
            return Check.warn(
                    ID,
                    "The user profile doesn't declare: "
                            + String.join(", ", missing)
                            + ". Users can't have these attributes; only groups can.",
                    "Declare them under Realm settings, User profile, or correct the mapper.");
        }
        return Check.pass(ID, "The user profile declares every attribute that the mappers read.");
    }
}
