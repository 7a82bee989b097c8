package io.github.keycloakliveperson.onboarding.setup;

import io.github.keycloakliveperson.idtoken.EncryptionPlace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A client as Keycloak holds it.
 *
 * @param id Keycloak's UUID
 * @param redirectUris its redirect URIs, made absolute
 */
public record ClientSettings(
        String id,
        String clientId,
        boolean enabled,
        boolean openIdConnect,
        Access access,
        Grants grants,
        boolean fullScope,
        boolean consentRequired,
        List<String> redirectUris,
        Set<String> webOrigins,
        Map<String, String> attributes,
        Scopes scopes) {

    /** The client attribute that names what signs its id_tokens. */
    public static final String SIGNATURE_ALGORITHM = "id.token.signed.response.alg";

    /** The client attribute that demands PKCE. */
    public static final String PKCE_METHOD = "pkce.code.challenge.method";

    private static final Pattern DELEGATION_REDIRECT =
            Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]+)?/callback/[A-Za-z0-9]+/redirectCode");

    /**
     * How a client proves who it is.
     *
     * @param secret its secret, null where it has none
     */
    public record Access(boolean isPublic, String authenticator, String secret) {

        /** Keeps the secret out of logs and test reports. */
        @Override
        public String toString() {
            return "Access[isPublic=" + isPublic + ", authenticator=" + authenticator + "]";
        }
    }

    /**
     * Which flows a client may use.
     *
     * @param direct the user's password, sent to the token endpoint
     * @param serviceAccount the client's own account
     */
    public record Grants(boolean code, boolean implicit, boolean direct, boolean serviceAccount) {

        /** Whether LivePerson gets the id_token without a token call. */
        public boolean isImplicit() {
            return implicit && !code;
        }
    }

    /** Names of client scopes: those that every token has, and those that have to be asked for. */
    public record Scopes(Set<String> always, Set<String> asked) {}

    /** An attribute's value, empty where it isn't set. */
    public String attribute(String name) {
        var value = attributes.get(name);
        return value == null ? "" : value.strip();
    }

    /** Whether Keycloak's own id_token encryption is on (K15). */
    public boolean nativeEncryption() {
        return EncryptionPlace.hasNativeEncryption(this::attribute);
    }

    /** Whether LivePerson has to send a PKCE challenge (L19). */
    public boolean pkce() {
        return "S256".equals(attribute(PKCE_METHOD));
    }

    /** Whether LivePerson takes codes of unauthenticated conversations at an address (L40). */
    public static boolean isDelegationRedirect(String uri) {
        return DELEGATION_REDIRECT.matcher(uri).matches();
    }
}
