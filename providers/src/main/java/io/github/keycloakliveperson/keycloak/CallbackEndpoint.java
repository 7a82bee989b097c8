package io.github.keycloakliveperson.keycloak;

import io.github.keycloakliveperson.window.LivePersonClient;
import io.github.keycloakliveperson.window.OAuthError;
import io.github.keycloakliveperson.window.PendingWindow;
import io.github.keycloakliveperson.window.StockAnswer;
import io.github.keycloakliveperson.window.WindowCookies;
import io.github.keycloakliveperson.window.WindowHandle;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * Where the stock authorization endpoint returns to: takes the waiting window, once and in its own
 * browser, and brings it its answer.
 */
final class CallbackEndpoint {

    private final KeycloakSession session;
    private final WindowRealm realm;
    private final WindowRefusal refusal;
    private final UnaryOperator<String> parameters;

    /**
     * @param parameters tells the single value of a parameter of the answer by its name, null when
     *     there is none or more than one
     */
    CallbackEndpoint(KeycloakSession session, UnaryOperator<String> parameters) {
        this.session = session;
        this.realm = WindowRealm.of(session);
        this.refusal = new WindowRefusal(session);
        this.parameters = parameters;
    }

    Response answer() {
        String state = parameters.apply("state");
        WindowCookies cookies = realm.cookies();
        Optional<WindowHandle> handle =
                state == null ? Optional.empty() : WindowHandle.of(state, cookies.values()::get);
        if (handle.isEmpty()) {
            return refusal.windowGone("no window of this browser waits for this answer");
        }
        Optional<PendingWindow> pending = realm.take(handle.get());
        if (pending.isEmpty()) {
            return refusal.windowGone("the window has its answer already, or waited too long");
        }
        Response response = answer(pending.get());
        return Response.fromResponse(response)
                .header(HttpHeaders.SET_COOKIE, cookies.remove(handle.get()))
                .build();
    }

    private Response answer(PendingWindow pending) {
        ClientModel client = realm.realm().getClientById(pending.clientUuid());
        Optional<LivePersonClient> livePerson =
                Optional.ofNullable(client).flatMap(LivePersonClient::of);
        if (livePerson.isEmpty()) {
            return refusal.windowGone("the client was changed during the sign-in");
        }
        refusal.client(client);
        refusal.window(pending.window());
        if (!realm.isRegistered(pending.window(), client)) {
            return refusal.addressRefused("redirect_uri is not registered any more");
        }
        StockAnswer answer = pending.read(parameters);
        if (answer instanceof StockAnswer.Success success) {
            return bring(pending, livePerson.get(), success.codeOrToken());
        }
        OAuthError error = ((StockAnswer.Failure) answer).error();
        return refusal.tell(pending.answer(livePerson.get().config(), error), error);
    }

    private Response bring(PendingWindow pending, LivePersonClient client, String codeOrToken) {
        Optional<String> answer =
                pending.wantsCode()
                        ? new CodeReissue(session, refusal.event())
                                .reissue(
                                        codeOrToken,
                                        client.client(),
                                        realm.callback(),
                                        pending.tokenRedirectUri(client.config()))
                        : Optional.of(codeOrToken);
        if (answer.isEmpty()) {
            OAuthError error =
                    OAuthError.of("server_error", "The code of this sign-in can not be used.");
            return refusal.tell(pending.answer(client.config(), error), error);
        }
        return WindowRedirect.to(pending.answer(client.config(), answer.get())).build();
    }
}
