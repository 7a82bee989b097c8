package io.github.keycloakliveperson.keycloak;

import io.github.keycloakliveperson.window.PendingWindow;
import io.github.keycloakliveperson.window.WindowCookies;
import io.github.keycloakliveperson.window.WindowHandle;
import io.github.keycloakliveperson.window.WindowUri;
import io.github.keycloakliveperson.window.WrappedQuery;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

/** What the external window's endpoints need to know from the realm and the request. */
record WindowRealm(KeycloakSession session, RealmModel realm) {

    static WindowRealm of(KeycloakSession session) {
        return new WindowRealm(session, session.getContext().getRealm());
    }

    /** The stock authorization endpoint. */
    String authorizationEndpoint() {
        return KeycloakAddresses.of(session).stockAuthorization();
    }

    /** Where the stock authorization endpoint returns to. */
    String callback() {
        return KeycloakAddresses.of(session).callback();
    }

    /** The query of the request, untouched (K7). */
    String rawQuery() {
        return WrappedQuery.unwrap(session.getContext().getUri().getRequestUri().getRawQuery());
    }

    /** Whether https is required here and missing, by the realm's own setting. */
    boolean lacksHttps() {
        return !isSecure()
                && realm.getSslRequired().isRequired(session.getContext().getConnection());
    }

    /** Whether a window's address without its query is one of the client's, by Keycloak's rules. */
    boolean isRegistered(WindowUri window, ClientModel client) {
        return isRegistered(window.base(), client);
    }

    /** Whether the stock endpoint will agree to return to us. */
    boolean isCallbackRegistered(ClientModel client) {
        return isRegistered(callback(), client);
    }

    /** The waiting windows of this browser. */
    WindowCookies cookies() {
        String path = URI.create(callback()).getRawPath();
        List<String> headers =
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

    /** Keeps a window until its consumer comes back or the login times out. */
    void keep(WindowHandle handle, PendingWindow pending) {
        session.singleUseObjects()
                .put(handle.storeKey(realm.getId()), loginTimeout(), pending.toEntry());
    }

    /** Takes a window, which nobody can do twice. */
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
