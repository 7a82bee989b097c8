package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.window.address.RawQuery;
import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.external.OAuthError;
import io.github.keycloakliveperson.window.external.StockRequest;
import io.github.keycloakliveperson.window.external.WindowAuthorization;
import io.github.keycloakliveperson.window.external.WindowDecision;
import io.github.keycloakliveperson.window.mapper.ClientSearch;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * The connector's Authentication Endpoint (L22): checks client, address and dialect, and has the
 * stock authorization endpoint do the sign-in, so that every sign-in rule of the realm applies.
 * Nothing is stored before client and address are verified.
 */
public final class AuthorizeEndpoint {

    private final KeycloakSession session;
    private final ExternalWindowContext realm;

    public AuthorizeEndpoint(KeycloakSession session) {
        this.session = session;
        this.realm = ExternalWindowContext.of(session);
    }

    public Response answer() {
        if (realm.lacksHttps()) {
            return refuse(WindowAsker.unknown(), WindowRefusal.HTTPS_REQUIRED);
        }
        if (!realm.realm().isEnabled()) {
            return refuse(WindowAsker.unknown(), WindowRefusal.REALM_DISABLED);
        }
        if (realm.isFramedByAnotherSite()) {
            return refuse(WindowAsker.unknown(), WindowRefusal.FRAMED);
        }
        var query = RawQuery.parse(realm.rawQuery());
        var clientId = query.value("client_id").orElse(null);
        var search = LivePersonClient.find(realm.realm(), clientId);
        if (search instanceof ClientSearch.Missing missing) {
            var unheardOf = missing == ClientSearch.Missing.TOO_LONG;
            return refuse(
                    WindowAsker.named(unheardOf ? null : clientId), WindowRefusal.client(missing));
        }
        return forClient(query, search.found().orElseThrow());
    }

    private Response forClient(RawQuery query, LivePersonClient client) {
        var asker = WindowAsker.of(client);
        var window = query.value("redirect_uri").flatMap(WindowUri::parse);
        if (window.isEmpty()) {
            return refuse(
                    asker,
                    WindowRefusal.address("redirect_uri is missing, repeated or no web address"));
        }
        if (!realm.isRegistered(window.get(), client.client())) {
            return refuse(
                    asker.atUnregistered(window.get()),
                    WindowRefusal.address("redirect_uri without its query is not registered"));
        }
        if (!realm.isAllowed(window.get(), client.client())) {
            return refuse(
                    asker.atUnregistered(window.get()),
                    WindowRefusal.address("a client policy of the realm refuses redirect_uri"));
        }
        return decide(asker.at(window.get()), new WindowAuthorization(query, window.get(), client));
    }

    private Response decide(WindowAsker asker, WindowAuthorization authorization) {
        var decision = authorization.decide();
        if (decision instanceof WindowDecision.Refuse refuse) {
            return refuse(asker, WindowRefusal.told(refuse.error(), refuse.location()));
        }
        var signIn = (WindowDecision.SignIn) decision;
        var pending = signIn.pending();
        var client = authorization.client();
        return trouble(client.client(), signIn.stockRequest())
                .map(e -> WindowRefusal.told(e, pending.request().answer(client.config(), e)))
                .map(refusal -> refuse(asker.asking(pending.request()), refusal))
                .orElseGet(() -> new WindowSignIn(session, realm, client).begin(signIn));
    }

    /** What would make the consumer sign in for nothing. */
    private Optional<OAuthError> trouble(ClientModel client, StockRequest request) {
        if (!realm.isCallbackRegistered(client)) {
            return Optional.of(
                    OAuthError.of(
                            "server_error",
                            "Add " + realm.callback() + " to the client's valid redirect URIs."));
        }
        return TokenReadiness.trouble(session, client, request.scopes())
                .map(reason -> OAuthError.of("server_error", reason));
    }

    private Response refuse(WindowAsker asker, WindowRefusal refusal) {
        return asker.refuse(session, refusal);
    }
}
