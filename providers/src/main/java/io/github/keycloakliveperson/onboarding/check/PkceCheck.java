package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;

/** PKCE is off, or on with the one method LivePerson speaks (L19). */
final class PkceCheck implements SetupCheck {

    static final String ID = "pkce";

    @Override
    public Check on(Setup setup) {
        ClientSettings client = setup.client();
        String method = client.attribute(ClientSettings.PKCE_METHOD);
        if (method.isEmpty()) {
            return Check.pass(ID, "PKCE is not required. LivePerson's form says PKCE: off.");
        }
        if (!client.pkce()) {
            return Check.fail(
                    ID,
                    "The PKCE method is " + method + ". LivePerson supports only S256.",
                    "Set Proof Key for Code Exchange Code Challenge Method to S256.");
        }
        if (client.grants().isImplicit() || setup.delegatesOnly()) {
            return Check.warn(
                    ID,
                    "PKCE is required, but neither the implicit flow nor consumer delegation has"
                            + " any.",
                    "Clear Proof Key for Code Exchange Code Challenge Method.");
        }
        return Check.pass(ID, "PKCE is required with S256. LivePerson's form says PKCE: on.");
    }
}
