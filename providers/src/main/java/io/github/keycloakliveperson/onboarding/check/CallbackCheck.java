package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.Check;
import io.github.keycloakliveperson.onboarding.Setup;

/** The external window's way back is registered. */
final class CallbackCheck implements SetupCheck {

    static final String ID = "callback";

    @Override
    public Check on(Setup setup) {
        String callback = setup.realm().addresses().callback();
        if (!setup.client().redirectUris().contains(callback)) {
            return Check.fail(
                    ID,
                    "The external window's callback isn't registered.",
                    "Add the redirect URI " + callback + ".");
        }
        return Check.pass(ID, "The external window's callback is registered.");
    }
}
