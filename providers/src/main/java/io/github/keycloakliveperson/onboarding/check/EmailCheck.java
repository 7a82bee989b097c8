package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.sde.FieldSources;
import java.util.List;

/** No e-mail address that a consumer merely typed reaches the agent as a checked one. */
final class EmailCheck implements SetupCheck {

    static final String ID = "email-verification";

    @Override
    public Check on(Setup setup) {
        if (setup.realm().verifiesEmail()) {
            return Check.pass(ID, "Consumers can sign in only with a verified e-mail address.");
        }
        List<String> tellers =
                setup.inEffect()
                        .filter(EmailCheck::tellsUnverified)
                        .map(MapperSettings::place)
                        .toList();
        if (tellers.isEmpty()) {
            return Check.pass(ID, "No mapper sends an unverified e-mail address.");
        }
        return Check.warn(
                ID,
                "Agents may see an e-mail address that nobody has verified and that isn't the"
                        + " consumer's: "
                        + String.join(", ", tellers)
                        + ".",
                "Turn on Verify email under Realm settings, Login. Or remove the mapper, or set"
                        + " its verified.only to true.");
    }

    private static boolean tellsUnverified(MapperSettings mapper) {
        if (mapper.isSde()) {
            return "false".equals(mapper.config().get("verified.only"))
                    && FieldSources.attributes(mapper.providerId(), mapper.config())
                            .contains("email");
        }
        return mapper.claim().equals("email")
                && !"false".equals(mapper.config().get("id.token.claim"));
    }
}
