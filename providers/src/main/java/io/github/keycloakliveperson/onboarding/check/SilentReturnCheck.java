package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;

/** The embedded window's silent sign-in has a way back. */
final class SilentReturnCheck implements SetupCheck {

    static final String ID = "silent-return";

    @Override
    public Check on(Setup setup) {
        return new ReturnAddress(
                        "The return address of the embedded window's silent sign-in",
                        setup.realm().addresses().silentReturn(setup.client().clientId()))
                .check(ID, setup);
    }
}
