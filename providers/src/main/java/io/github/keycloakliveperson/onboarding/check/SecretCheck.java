package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.regex.Pattern;

/** LivePerson sends id and secret raw (L18), but Keycloak form-decodes them (K11). */
final class SecretCheck implements SetupCheck {

    static final String ID = "secret";

    private static final Pattern RAW_SAFE = Pattern.compile("[A-Za-z0-9._~-]+");

    @Override
    public Check on(Setup setup) {
        ClientSettings client = setup.client();
        if (client.grants().isImplicit()) {
            return Check.pass(ID, "The implicit flow needs no secret.");
        }
        ClientSettings.Access access = client.access();
        if (access.isPublic()) {
            return Check.fail(
                    ID,
                    "The client is public, but LivePerson's token call sends a secret.",
                    "Turn on Client authentication.");
        }
        if (!"client-secret".equals(access.authenticator())) {
            return Check.fail(
                    ID,
                    "The client doesn't authenticate with a secret (Basic), but LivePerson does.",
                    "Set Client Authenticator to Client Id and Secret.");
        }
        if (access.secret() == null || access.secret().isEmpty()) {
            return Check.fail(ID, "The client has no secret.", "Regenerate it under Credentials.");
        }
        if (access.secret().startsWith("${vault.")) {
            return Check.warn(
                    ID,
                    "The secret is in a vault, so neither it nor its characters can be seen here.",
                    "Make sure that it has only letters and digits, and paste it into LivePerson's"
                            + " form from the vault.");
        }
        if (!RAW_SAFE.matcher(access.secret()).matches()) {
            return Check.warn(
                    ID,
                    "The secret has characters other than letters and digits. LivePerson sends it"
                            + " unencoded, and Keycloak may read it differently.",
                    "Regenerate it under Credentials and paste the new one into LivePerson's"
                            + " form.");
        }
        if (!RAW_SAFE.matcher(client.clientId()).matches()) {
            return Check.warn(
                    ID,
                    "The client id has characters other than letters, digits and . _ ~ -."
                            + " LivePerson sends it unencoded, and Keycloak may read it"
                            + " differently.",
                    "Give the client an id of letters and digits.");
        }
        return Check.pass(ID, "The secret arrives as LivePerson sends it.");
    }
}
