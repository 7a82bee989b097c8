package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;

/** The external window's way back is registered. */
final class CallbackCheck implements SetupCheck {

    static final String ID = "callback";

    @Override
    public Check on(Setup setup) {
        return new ReturnAddress(
                        "The external window's callback", setup.realm().addresses().callback())
                .check(ID, setup);
    }
}
