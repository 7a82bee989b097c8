package io.github.keycloakliveperson.keycloak;

import io.github.keycloakliveperson.idtoken.EncryptionReadiness;
import io.github.keycloakliveperson.window.LivePersonClient;
import io.github.keycloakliveperson.window.OAuthError;
import io.github.keycloakliveperson.window.PendingWindow;
import io.github.keycloakliveperson.window.RawQuery;
import io.github.keycloakliveperson.window.StockRequest;
import io.github.keycloakliveperson.window.WindowAuthorization;
import io.github.keycloakliveperson.window.WindowDecision;
import io.github.keycloakliveperson.window.WindowHandle;
import io.github.keycloakliveperson.window.WindowUri;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * The connector's Authentication Endpoint (L22): checks client, address and dialect, and sends the
 * browser to the stock authorization endpoint, so that everything the realm asks of a sign-in
 * holds. Nothing is kept before client and address are right.
 */
final class AuthorizeEndpoint {

    /** What the database holds, in characters: more is no client, and nothing for an event. */
    private static final int LONGEST_CLIENT_ID = 255;

    private final KeycloakSession session;
    private final WindowRealm realm;
    private final WindowRefusal refusal;

    AuthorizeEndpoint(KeycloakSession session) {
        this.session = session;
        this.realm = WindowRealm.of(session);
        this.refusal = new WindowRefusal(session);
    }

    Response answer() {
        if (realm.lacksHttps()) {
            return refusal.httpsRequired();
        }
        if (!realm.realm().isEnabled()) {
            return refusal.realmDisabled();
        }
        RawQuery query = RawQuery.parse(realm.rawQuery());
        String clientId = query.value("client_id").orElse(null);
        Optional<LivePersonClient> client = LivePersonClient.find(realm.realm(), clientId);
        if (client.isEmpty()) {
            return refuseClient(clientId);
        }
        refusal.client(client.get().client());
        Optional<WindowUri> window = query.value("redirect_uri").flatMap(WindowUri::parse);
        if (window.isEmpty()) {
            return refusal.addressRefused("redirect_uri is missing, repeated or no web address");
        }
        refusal.window(window.get());
        if (!realm.isRegistered(window.get(), client.get().client())) {
            return refusal.addressRefused("redirect_uri without its query is not registered");
        }
        return decide(new WindowAuthorization(query, window.get(), client.get()));
    }

    private Response decide(WindowAuthorization authorization) {
        WindowDecision decision = authorization.decide();
        if (decision instanceof WindowDecision.Refuse refuse) {
            return refusal.tell(refuse.location(), refuse.error());
        }
        WindowDecision.SignIn signIn = (WindowDecision.SignIn) decision;
        LivePersonClient client = authorization.client();
        return trouble(client.client(), signIn.stockRequest())
                .map(e -> refusal.tell(signIn.pending().answer(client.config(), e), e))
                .orElseGet(() -> signIn(client.client(), signIn));
    }

    /** What would make the consumer sign in for nothing. */
    private Optional<OAuthError> trouble(ClientModel client, StockRequest request) {
        if (!realm.isCallbackRegistered(client)) {
            return Optional.of(
                    OAuthError.of(
                            "server_error",
                            "Add " + realm.callback() + " to the client's valid redirect URIs."));
        }
        return EncryptionReadiness.of(session, client, request.scopes())
                .flatMap(EncryptionReadiness::refusal)
                .map(reason -> OAuthError.of("server_error", reason.getMessage()));
    }

    private Response signIn(ClientModel client, WindowDecision.SignIn signIn) {
        WindowHandle handle = WindowHandle.create();
        PendingWindow pending = signIn.pending();
        realm.keep(handle, pending);
        String stock =
                signIn.stockRequest()
                        .query(
                                client.getClientId(),
                                realm.callback(),
                                handle.handle(),
                                WindowHandle.randomWord());
        Response.ResponseBuilder redirect =
                WindowRedirect.to(realm.authorizationEndpoint() + "?" + stock);
        realm.cookies()
                .add(handle, realm.loginTimeout())
                .forEach(cookie -> redirect.header(HttpHeaders.SET_COOKIE, cookie));
        return redirect.build();
    }

    private Response refuseClient(String clientId) {
        if (clientId != null && clientId.length() > LONGEST_CLIENT_ID) {
            return refusal.clientRefused(null, Errors.CLIENT_NOT_FOUND, "client_id is too long");
        }
        ClientModel client = clientId == null ? null : realm.realm().getClientByClientId(clientId);
        if (client == null) {
            return refusal.clientRefused(
                    clientId,
                    clientId == null ? Errors.INVALID_REQUEST : Errors.CLIENT_NOT_FOUND,
                    clientId == null ? "client_id is missing or repeated" : "no such client");
        }
        return client.isEnabled()
                ? refusal.clientRefused(
                        clientId,
                        Errors.INVALID_CLIENT,
                        "not an OpenID Connect client with the LivePerson messaging window mapper")
                : refusal.clientRefused(clientId, Errors.CLIENT_DISABLED, "the client is disabled");
    }
}
