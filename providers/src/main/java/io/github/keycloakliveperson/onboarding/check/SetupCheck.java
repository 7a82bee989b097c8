package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;

/** Looks at one thing of a set-up. */
@FunctionalInterface
interface SetupCheck {

    Check on(Setup setup);
}
