package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;

/** Looks at one thing of a set-up. */
@FunctionalInterface
interface SetupCheck {

    /**
     * Looks.
     *
     * @param setup a client with all that bears on it
     * @return what was found
     */
    Check on(Setup setup);
}
