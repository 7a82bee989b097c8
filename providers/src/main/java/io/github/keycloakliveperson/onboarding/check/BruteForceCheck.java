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
                    "The realm doesn't slow down password guessing.",
                    "Turn on brute force detection under Realm settings, Security defenses.");
        }
        return Check.pass(ID, "The realm slows down password guessing.");
    }
}
