package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.regex.Pattern;

/** Whether the client can sign anybody in, and LivePerson's server can authenticate as it. */
final class ClientChecks {

    private static final Pattern RAW_SAFE = Pattern.compile("[A-Za-z0-9._~-]+");

    private ClientChecks() {}

    /** It can sign anybody in at all, and silently. */
    static Finding client(Setup setup) {
        var client = setup.client();
        if (!client.openIdConnect()) {
            return Finding.fail(
                    "The client doesn't use OpenID Connect.",
                    "Create a client of type OpenID Connect for LivePerson.");
        }
        if (!client.enabled()) {
            return Finding.fail("The client is disabled.", "Enable it.");
        }
        return client.consentRequired() && !setup.delegatesOnly()
                ? Finding.warn(
                        "The client asks consumers for consent. Until they give it, the embedded"
                                + " window can't sign them in silently.",
                        "Turn off Consent required.")
                : Finding.pass("The client is enabled and uses OpenID Connect.");
    }

    /** LivePerson sends id and secret raw (L18), but Keycloak form-decodes them (K11). */
    static Finding secret(Setup setup) {
        var client = setup.client();
        var access = client.access();
        if (client.grants().isImplicit()) {
            return Finding.pass("The implicit flow needs no secret.");
        }
        if (access.isPublic()) {
            return Finding.fail(
                    "The client is public, but LivePerson's token call sends a secret.",
                    "Turn on Client authentication.");
        }
        if (!"client-secret".equals(access.authenticator())) {
            return Finding.fail(
                    "The client doesn't authenticate with a secret (Basic), but LivePerson does.",
                    "Set Client Authenticator to Client Id and Secret.");
        }
        if (access.secret() == null || access.secret().isEmpty()) {
            return Finding.fail("The client has no secret.", "Regenerate it under Credentials.");
        }
        if (access.secret().startsWith("${vault.")) {
            return Finding.warn(
                    "The secret is in a vault, so neither it nor its characters can be seen here.",
                    "Make sure that it has only letters and digits, and paste it into LivePerson's"
                            + " form from the vault.");
        }
        if (!RAW_SAFE.matcher(access.secret()).matches()) {
            return Finding.warn(
                    "The secret has characters other than letters and digits. LivePerson sends it"
                            + " unencoded, and Keycloak may read it differently.",
                    "Regenerate it under Credentials and paste the new one into LivePerson's"
                            + " form.");
        }
        return RAW_SAFE.matcher(client.clientId()).matches()
                ? Finding.pass("The secret arrives as LivePerson sends it.")
                : Finding.warn(
                        "The client id has characters other than letters, digits and . _ ~ -."
                                + " LivePerson sends it unencoded, and Keycloak may read it"
                                + " differently.",
                        "Give the client an id of letters and digits.");
    }

    /** Tokens for LivePerson don't carry the user's roles at other clients. */
    static Finding fullScope(Setup setup) {
        return setup.client().fullScope()
                ? Finding.warn(
                        "Full scope is allowed: the client's tokens contain every role of the"
                                + " user.",
                        "Turn off Full scope allowed under Client scopes, dedicated scope, Scope.")
                : Finding.pass("Full scope is off.");
    }
}
