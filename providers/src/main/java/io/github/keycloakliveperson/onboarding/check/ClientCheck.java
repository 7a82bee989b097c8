package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;

/** The client can sign anybody in at all, and silently. */
final class ClientCheck implements SetupCheck {

    static final String ID = "client";

    @Override
    public Check on(Setup setup) {
        ClientSettings client = setup.client();
        if (!client.openIdConnect()) {
            return Check.fail(
                    ID,
                    "The client does not speak OpenID Connect.",
                    "Make a client of the type OpenID Connect for LivePerson.");
        }
        if (!client.enabled()) {
            return Check.fail(ID, "The client is disabled.", "Enable it.");
        }
        if (client.consentRequired() && !setup.delegatesOnly()) {
            return Check.warn(
                    ID,
                    "The client asks consumers for consent, so the embedded window can't sign them"
                            + " in silently before they gave it.",
                    "Switch Consent required off.");
        }
        return Check.pass(ID, "The client is enabled and speaks OpenID Connect.");
    }
}
