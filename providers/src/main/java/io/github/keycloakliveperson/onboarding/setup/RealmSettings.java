package io.github.keycloakliveperson.onboarding.setup;

import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import io.github.keycloakliveperson.window.address.WebOrigin;
import io.github.keycloakliveperson.window.embedded.SigningKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a realm contributes to a LivePerson client's set-up.
 *
 * @param name the realm's name
 * @param displayName what people see as its name, empty where it has none
 * @param addresses the realm's addresses for LivePerson
 * @param path the realm's path below Keycloak's address, as Keycloak writes it (K37)
 * @param addressFixed whether that address is configured, so that no request can change it
 * @param defaultAlgorithm what signs the tokens of a client that says nothing
 * @param signingKey the active RS256 key
 * @param bruteForceProtected whether guessing passwords is slowed down
 * @param ssoMaxSeconds the SSO session's maximum
 * @param ssoIdleSeconds how long the SSO session, and a refresh token, lives unused
 * @param accessTokenSeconds how long an access token is valid
 * @param attributes the attributes that the user profile declares
 * @param anyAttribute whether users may have undeclared attributes too (K20)
 * @param emailAsUsername whether the user name is the e-mail address
 * @param storagesWithoutImport the user storage providers that are on and don't import their users
 * @param verifiesEmail whether nobody signs in whose e-mail address isn't verified
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
        boolean verifiesEmail) {

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
