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
                    "The client doesn't use OpenID Connect.",
                    "Create a client of type OpenID Connect for LivePerson.");
        }
        if (!client.enabled()) {
            return Check.fail(ID, "The client is disabled.", "Enable it.");
        }
        if (client.consentRequired() && !setup.delegatesOnly()) {
            return Check.warn(
                    ID,
                    "The client asks consumers for consent. Until they give it, the embedded"
                            + " window can't sign them in silently.",
                    "Turn off Consent required.");
        }
        return Check.pass(ID, "The client is enabled and uses OpenID Connect.");
    }
}
