package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;

/** Guessing consumers' passwords is slowed down. */
final class BruteForceCheck implements SetupCheck {

    static final String ID = "brute-force";

    @Override
    public Check on(Setup setup) {
        if (!setup.realm().bruteForceProtected()) {
            return Check.warn(
                    ID,
                    "The realm doesn't slow down guessing of passwords.",
                    "Switch brute force detection on under Realm settings, Security defenses.");
        }
        return Check.pass(ID, "The realm slows down guessing of passwords.");
    }
}
