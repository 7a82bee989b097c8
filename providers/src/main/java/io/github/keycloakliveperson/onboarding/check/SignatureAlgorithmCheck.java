package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;

/** id_tokens are signed with RS256, whatever the realm's default becomes (L1). */
final class SignatureAlgorithmCheck implements SetupCheck {

    static final String ID = "signature-algorithm";

    private static final String RS256 = "RS256";
    private static final String FIX =
            "Set ID token signature algorithm to RS256 in the client's advanced settings.";

    @Override
    public Check on(Setup setup) {
        String pinned = setup.client().attribute(ClientSettings.SIGNATURE_ALGORITHM);
        String used = pinned.isEmpty() ? setup.realm().defaultAlgorithm() : pinned;
        if (!RS256.equals(used)) {
            return Check.fail(
                    ID,
                    "ID tokens are signed with " + used + ". LivePerson accepts only RS256.",
                    FIX);
        }
        if (pinned.isEmpty()) {
            return Check.warn(
                    ID,
                    "ID tokens are signed with RS256, but only because it is the realm's default.",
                    FIX);
        }
        return Check.pass(ID, "ID tokens are signed with RS256.");
    }
}
