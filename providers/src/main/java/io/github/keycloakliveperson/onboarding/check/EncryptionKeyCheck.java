package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Encryption;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.Optional;
import java.util.OptionalLong;

/** LivePerson's key can be used, today and for a while (L13, L14, L16). */
final class EncryptionKeyCheck implements SetupCheck {

    static final String ID = "encryption-key";

    private static final long SOON = 30;

    @Override
    public Check on(Setup setup) {
        Optional<Encryption> encryption = setup.encryption();
        if (encryption.isEmpty()) {
            return Check.pass(ID, "ID tokens are signed, not encrypted.");
        }
        Optional<String> problem = encryption.get().problem();
        if (problem.isPresent()) {
            return Check.fail(
                    ID,
                    "ID tokens can't be encrypted, so none is issued: " + problem.get(),
                    "Fix the LivePerson ID token encryption mapper.");
        }
        OptionalLong days = encryption.get().daysLeft();
        if (days.isEmpty()) {
            return Check.pass(ID, "ID tokens are encrypted with a key that has no end date.");
        }
        String left = days.getAsLong() + (days.getAsLong() == 1 ? " day" : " days");
        if (days.getAsLong() < SOON) {
            return Check.warn(
                    ID,
                    "The encryption key expires in " + left + ". Then no ID token is issued.",
                    "Ask LivePerson for its next key and add it to the mapper, under its own kid.");
        }
        return Check.pass(ID, "ID tokens are encrypted; the key has " + left + " left.");
    }
}
