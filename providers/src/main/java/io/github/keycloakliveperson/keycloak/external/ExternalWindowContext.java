package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.keycloak.server.KeycloakAddresses;
import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.external.ControlCharacterEnvelope;
import io.github.keycloakliveperson.window.external.PendingWindow;
import io.github.keycloakliveperson.window.external.WindowCookies;
import io.github.keycloakliveperson.window.external.WindowHandle;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.PreAuthorizationRequestContext;

/** What the external window's endpoints need to know from the realm and the request. */
record ExternalWindowContext(KeycloakSession session, RealmModel realm) {

    static ExternalWindowContext of(KeycloakSession session) {
        return new ExternalWindowContext(session, session.getContext().getRealm());
    }

    String callback() {
        return KeycloakAddresses.of(session).callback();
    }

    /** The query of the request, untouched (K7). */
    String rawQuery() {
        return ControlCharacterEnvelope.unwrap(
                session.getContext().getUri().getRequestUri().getRawQuery());
    }

    /** Whether https is required here and missing, by the realm's own setting. */
    boolean lacksHttps() {
        return !isSecure()
                && realm.getSslRequired().isRequired(session.getContext().getConnection());
    }

    /**
     * Whether a frame or a script of another site asks instead of a navigating window (L22), if the
     * browser tells (Fetch Metadata). The answer would go to that page, where the consumer didn't
     * want to sign in.
     */
    boolean isFramedByAnotherSite() {
        var headers = session.getContext().getHttpRequest().getHttpHeaders();
        var destination = headers.getHeaderString("Sec-Fetch-Dest");
        return "cross-site".equals(headers.getHeaderString("Sec-Fetch-Site"))
                && destination != null
                && !"document".equals(destination);
    }

    /**
     * Whether a window's address without its query is one of the client's, by Keycloak's rules, or
     * a version of LivePerson's page that is (L24).
     */
    boolean isRegistered(WindowUri window, ClientModel client) {
        return isRegistered(window.base(), client)
                || window.unversioned().filter(page -> isRegistered(page, client)).isPresent();
    }

    /**
     * Whether the realm's client policies allow a window's address. The stock endpoint asks them
     * about the callback only, so they would never see this one.
     */
    boolean isAllowed(WindowUri window, ClientModel client) {
        MultivaluedMap<String, String> request = new MultivaluedHashMap<>();
        request.putSingle(OAuth2Constants.CLIENT_ID, client.getClientId());
        request.putSingle(OAuth2Constants.REDIRECT_URI, window.base());
        try {
            session.clientPolicy()
                    .triggerOnEvent(
                            new PreAuthorizationRequestContext(client.getClientId(), request));
            return true;
        } catch (ClientPolicyException e) {
            return false;
        }
    }

    /** Whether the stock endpoint will agree to return to us. */
    boolean isCallbackRegistered(ClientModel client) {
        return isRegistered(callback(), client);
    }

    /** The waiting windows of this browser. */
    WindowCookies cookies() {
        var path = URI.create(callback()).getRawPath();
        var headers =
                session.getContext()
                        .getHttpRequest()
                        .getHttpHeaders()
                        .getRequestHeader(HttpHeaders.COOKIE);
        return WindowCookies.parse(
                headers == null ? List.of() : headers,
                path.substring(0, path.lastIndexOf('/')),
                isSecure());
    }

    /** How long a window may wait, in seconds: the realm's login timeout. */
    int loginTimeout() {
        return realm.getAccessCodeLifespanLogin();
    }

    /** Stores a window until its consumer comes back or the login times out. */
    void keep(WindowHandle handle, PendingWindow pending) {
        session.singleUseObjects()
                .put(handle.storeKey(realm.getId()), loginTimeout(), pending.toEntry());
    }

    Optional<PendingWindow> take(WindowHandle handle) {
        return PendingWindow.fromEntry(
                session.singleUseObjects().remove(handle.storeKey(realm.getId())));
    }

    private boolean isRegistered(String address, ClientModel client) {
        return address.equals(RedirectUtils.verifyRedirectUri(session, address, client));
    }

    private boolean isSecure() {
        return "https".equals(session.getContext().getUri().getBaseUri().getScheme());
    }
}
