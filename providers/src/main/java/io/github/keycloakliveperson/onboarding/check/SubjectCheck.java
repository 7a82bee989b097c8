package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.Check;
import io.github.keycloakliveperson.onboarding.MapperSettings;
import io.github.keycloakliveperson.onboarding.Setup;
import java.util.List;
import java.util.Locale;

/** The subject can't be guessed, and is the same in token and identity function (L3, L34). */
final class SubjectCheck implements SetupCheck {

    static final String ID = "subject";

    private static final String FIX =
            "Delete the mapper, so that the subject is Keycloak's own id of the user.";

    @Override
    public Check on(Setup setup) {
        List<MapperSettings> writers =
                setup.inEffect()
                        .filter(mapper -> mapper.claim().equals("sub"))
                        .filter(mapper -> !"false".equals(mapper.config().get("id.token.claim")))
                        .toList();
        for (MapperSettings mapper : writers) {
            if (isGuessable(mapper, setup)) {
                return Check.fail(
                        ID,
                        mapper.place()
                                + " makes an e-mail address or a phone number the subject. LivePerson"
                                + " forbids that: it can be guessed, changes and comes back.",
                        FIX);
            }
        }
        if (!writers.isEmpty()) {
            return Check.warn(
                    ID,
                    writers.get(0).place()
                            + " changes the subject, which must be unique, stable, never reused and"
                            + " not guessable.",
                    FIX);
        }
        return Check.pass(ID, "The subject is Keycloak's own id of the user.");
    }

    private static boolean isGuessable(MapperSettings mapper, Setup setup) {
        String source = mapper.config().getOrDefault("user.attribute", "").toLowerCase(Locale.ROOT);
        return source.contains("mail")
                || source.contains("phone")
                || source.contains("mobile")
                || source.equals("username") && setup.realm().emailAsUsername();
    }
}
