package io.github.keycloakliveperson.window;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;

/** The address that the stock authorization endpoint returns to for the external window. */
public final class WindowCallback {

    private WindowCallback() {}

    /**
     * Tells the callback's address in the realm of the request.
     *
     * @param session Keycloak's session, with a realm and a request
     * @return an absolute address without query
     */
    public static String redirectUri(KeycloakSession session) {
        return redirectUri(
                session.getContext().getUri().getBaseUri().toString(),
                session.getContext().getRealm().getName());
    }

    static String redirectUri(String baseUri, String realmName) {
        String base = baseUri.endsWith("/") ? baseUri : baseUri + "/";
        String realm = URLEncoder.encode(realmName, StandardCharsets.UTF_8).replace("+", "%20");
        return base + "realms/" + realm + "/liveperson/callback";
    }

    /** Whether this sign-in was begun by the external window. */
    static boolean isRedirectUriOf(
            AuthenticatedClientSessionModel clientSession, KeycloakSession session) {
        return redirectUri(session).equals(clientSession.getRedirectUri());
    }
}
