package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.Check;
import io.github.keycloakliveperson.onboarding.Setup;

/** The embedded window's silent sign-in has a way back. */
final class SilentReturnCheck implements SetupCheck {

    static final String ID = "silent-return";

    @Override
    public Check on(Setup setup) {
        String silentReturn = setup.realm().addresses().silentReturn(setup.client().clientId());
        if (!setup.client().redirectUris().contains(silentReturn)) {
            return Check.fail(
                    ID,
                    "The return address of the embedded window's silent sign-in isn't registered.",
                    "Add the redirect URI " + silentReturn + ".");
        }
        return Check.pass(
                ID, "The return address of the embedded window's silent sign-in is registered.");
    }
}
