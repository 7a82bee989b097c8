package io.github.keycloakliveperson.onboarding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What a realm contributes to a LivePerson client's set-up.
 *
 * @param name the realm's name
 * @param displayName what people see as its name, empty where it has none
 * @param frontendBase the address consumers reach Keycloak at, without a slash at the end
 * @param addressFixed whether that address is configured, so that no request can change it
 * @param defaultAlgorithm what signs the tokens of a client that says nothing
 * @param signingKey the active RS256 key
 * @param bruteForceProtected whether guessing passwords is slowed down
 * @param ssoMaxSeconds the SSO session's maximum
 * @param attributes the attributes that the user profile declares
 * @param anyAttribute whether users may have undeclared attributes too (K20)
 * @param emailAsUsername whether the user name is the e-mail address
 */
public record RealmSettings(
        String name,
        String displayName,
        String frontendBase,
        boolean addressFixed,
        String defaultAlgorithm,
        Optional<SigningKey> signingKey,
        boolean bruteForceProtected,
        int ssoMaxSeconds,
        Set<String> attributes,
        boolean anyAttribute,
        boolean emailAsUsername) {

    /** The issuer, the very string of the tokens (L4). */
    public String issuer() {
        return frontendBase + path();
    }

    /** The realm's path below Keycloak's address. */
    public String path() {
        return "/realms/" + encoded(name);
    }

    /**
     * Tells an address of the realm endpoints.
     *
     * @param endpoint {@code authorize} for one
     */
    public String livePerson(String endpoint) {
        return issuer() + "/liveperson/" + endpoint;
    }

    /**
     * Tells where a page's silent sign-in returns to.
     *
     * @param clientId the client that it is for
     */
    public String silentReturn(String clientId) {
        return livePerson("silent-return/" + encoded(clientId));
    }

    /** Percent-encodes a name for one segment of a path. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
