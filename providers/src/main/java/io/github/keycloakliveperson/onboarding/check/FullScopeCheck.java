package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;

/** Tokens for LivePerson don't carry the user's roles at other clients. */
final class FullScopeCheck implements SetupCheck {

    static final String ID = "full-scope";

    @Override
    public Check on(Setup setup) {
        if (setup.client().fullScope()) {
            return Check.warn(
                    ID,
                    "Full scope is allowed: the client's tokens contain every role of the user.",
                    "Turn off Full scope allowed under Client scopes, dedicated scope, Scope.");
        }
        return Check.pass(ID, "Full scope is off.");
    }
}
