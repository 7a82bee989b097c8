package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.SigningKey;
import java.util.Optional;

/** The realm has an active RS256 key that is long enough (L1). */
final class SigningKeyCheck implements SetupCheck {

    static final String ID = "signing-key";

    private static final int LEAST_BITS = 2048;
    private static final String FIX =
            "Under Realm settings, Keys, add an active rsa-generated key provider with 2048 bits"
                    + " or more and the highest priority.";

    @Override
    public Check on(Setup setup) {
        Optional<SigningKey> key = setup.realm().signingKey();
        if (key.isEmpty()) {
            return Check.fail(ID, "The realm has no active RS256 key.", FIX);
        }
        if (key.get().bits() < LEAST_BITS) {
            return Check.fail(
                    ID,
                    "The active RS256 key has "
                            + key.get().bits()
                            + " bits. LivePerson asks for"
                            + " 2048 or more.",
                    FIX);
        }
        return Check.pass(ID, "The active RS256 key has " + key.get().bits() + " bits.");
    }
}
