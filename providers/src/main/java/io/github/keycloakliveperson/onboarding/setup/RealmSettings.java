package io.github.keycloakliveperson.onboarding.setup;

import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import io.github.keycloakliveperson.window.address.WebOrigin;
import io.github.keycloakliveperson.window.embedded.SigningKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a realm contributes to a LivePerson client's setup.
 *
 * @param path the realm's path below Keycloak's address, as Keycloak writes it (K37)
 * @param addressFixed whether that address is configured, so that no request can change it
 * @param defaultAlgorithm what signs the tokens of a client that says nothing
 * @param ssoIdleSeconds how long the SSO session, and a refresh token, lives unused
 * @param anyAttribute whether users may have undeclared attributes too (K20)
 * @param storagesWithoutImport the user storage providers that are on and don't import their users
 */
public record RealmSettings(
        String name,
        String displayName,
        LivePersonAddresses addresses,
        String path,
        boolean addressFixed,
        String defaultAlgorithm,
        Optional<SigningKey> signingKey,
        boolean bruteForceProtected,
        int ssoMaxSeconds,
        int ssoIdleSeconds,
        int accessTokenSeconds,
        Set<String> attributes,
        boolean anyAttribute,
        boolean emailAsUsername,
        List<UserStorage> storagesWithoutImport,
        boolean verifiesEmail,
        boolean organizations) {

    /** The origin of Keycloak's own pages, empty where no browser could open one. */
    public Optional<WebOrigin> ownOrigin() {
        return WebOrigin.of(frontendBase());
    }

    /** Keycloak's own address, without a slash at the end. */
    public String frontendBase() {
        var issuer = addresses.issuer();
        return issuer.substring(0, issuer.length() - path.length());
    }
}
