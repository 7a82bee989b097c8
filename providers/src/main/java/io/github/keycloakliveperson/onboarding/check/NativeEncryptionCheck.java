package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;

/** Keycloak's own encryption isn't on beside the mapper, or instead of it (K15). */
final class NativeEncryptionCheck implements SetupCheck {

    static final String ID = "native-encryption";

    private static final String FIX =
            "Clear ID token encryption key management algorithm and content encryption algorithm in"
                    + " the client's advanced settings.";

    @Override
    public Check on(Setup setup) {
        if (!setup.client().nativeEncryption()) {
            return Check.pass(ID, "Keycloak's own ID token encryption is off.");
        }
        if (setup.encryption().isPresent()) {
            return Check.fail(
                    ID,
                    "Keycloak's own ID token encryption is on as well as the LivePerson mapper, so"
                            + " no ID token is issued.",
                    FIX);
        }
        return Check.warn(
                ID,
                "Keycloak's own ID token encryption is on. It doesn't accept LivePerson's key in"
                        + " its original form, so sign-ins fail.",
                FIX + " Use the LivePerson ID token encryption mapper instead.");
    }
}
