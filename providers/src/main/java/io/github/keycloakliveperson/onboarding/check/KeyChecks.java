package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Repair;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.Map;

/** The keys that sign id_tokens, and those that encrypt them. */
final class KeyChecks {

    private static final String RS256 = "RS256";
    private static final int LEAST_BITS = 2048;
    private static final long SOON_IN_DAYS = 30;

    private KeyChecks() {}

    /** The realm has an active RS256 key that is long enough (L1). */
    static Finding signingKey(Setup setup) {
        var fix =
                "Under Realm settings, Keys, add an active rsa-generated key provider with 2048"
                        + " bits or more and the highest priority.";
        var key = setup.realm().signingKey();
        if (key.isEmpty()) {
            return Finding.fail("The realm has no active RS256 key.", fix);
        }
        var bits = "The active RS256 key has " + key.get().bits() + " bits.";
        return key.get().bits() < LEAST_BITS
                ? Finding.fail(bits + " LivePerson asks for 2048 or more.", fix)
                : Finding.pass(bits);
    }

    /** id_tokens are signed with RS256, whatever the realm's default becomes (L1). */
    static Finding signatureAlgorithm(Setup setup) {
        var fix = "Set ID token signature algorithm to RS256 in the client's advanced settings.";
        var pinned = setup.client().attribute(ClientSettings.SIGNATURE_ALGORITHM);
        var used = pinned.isEmpty() ? setup.realm().defaultAlgorithm() : pinned;
        var signed = "ID tokens are signed with " + used;
        var repair = Repair.attributes(Map.of(ClientSettings.SIGNATURE_ALGORITHM, RS256));
        if (!RS256.equals(used)) {
            return Finding.fail(signed + ". LivePerson accepts only RS256.", fix)
                    .repairedBy(repair);
        }
        return pinned.isEmpty()
                ? Finding.warn(signed + ", but only because it is the realm's default.", fix)
                        .repairedBy(repair)
                : Finding.pass(signed + ".");
    }

    /** LivePerson's key can be used, today and for a while (L13, L14, L16). */
    static Finding encryptionKey(Setup setup) {
        var encryption = setup.encryption();
        if (encryption.isEmpty()) {
            return Finding.pass("ID tokens are signed, not encrypted.");
        }
        var problem = encryption.get().refusal().map(Exception::getMessage);
        if (problem.isPresent()) {
            return Finding.fail(
                    "ID tokens can't be encrypted, so none is issued: " + problem.get(),
                    "Fix the LivePerson ID token encryption mapper.");
        }
        var days = encryption.get().daysLeft();
        if (days.isEmpty()) {
            return Finding.pass("ID tokens are encrypted with a key that has no end date.");
        }
        var left = days.getAsLong() + (days.getAsLong() == 1 ? " day" : " days");
        return days.getAsLong() < SOON_IN_DAYS
                ? Finding.warn(
                        "The encryption key expires in " + left + ". Then no ID token is issued.",
                        "Ask LivePerson for its next key and add it to the mapper, under its own"
                                + " kid.")
                : Finding.pass("ID tokens are encrypted; the key has " + left + " left.");
    }

    /** Keycloak's own encryption isn't on beside the mapper, or instead of it (K15). */
    static Finding nativeEncryption(Setup setup) {
        var fix =
                "Clear ID token encryption key management algorithm and content encryption"
                        + " algorithm in the client's advanced settings.";
        if (!setup.client().nativeEncryption()) {
            return Finding.pass("Keycloak's own ID token encryption is off.");
        }
        return setup.encryption().isPresent()
                ? Finding.fail(
                        "Keycloak's own ID token encryption is on as well as the LivePerson mapper,"
                                + " so no ID token is issued.",
                        fix)
                : Finding.warn(
                        "Keycloak's own ID token encryption is on. It doesn't accept LivePerson's"
                                + " key in its original form, so sign-ins fail.",
                        fix + " Use the LivePerson ID token encryption mapper instead.");
    }
}
