package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.window.external.OAuthError;
import io.github.keycloakliveperson.window.external.PendingWindow;
import io.github.keycloakliveperson.window.external.StockAnswer;
import io.github.keycloakliveperson.window.external.StockReturn;
import io.github.keycloakliveperson.window.external.WindowDecision;
import io.github.keycloakliveperson.window.external.WindowHandle;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** A window's sign-in, from the stock endpoint's question to the window's answer. */
final class WindowSignIn {

    private final KeycloakSession session;
    private final ExternalWindowContext realm;
    private final LivePersonClient client;

    WindowSignIn(KeycloakSession session, ExternalWindowContext realm, LivePersonClient client) {
        this.session = session;
        this.realm = realm;
        this.client = client;
    }

    /**
     * Asks the stock endpoint. Where it answers at once, so does the window get its answer, and
     * nothing is kept. Where it shows a page or sends the browser elsewhere, the window waits.
     */
    Response begin(WindowDecision.SignIn signIn) {
        PendingWindow window = signIn.pending();
        WindowHandle handle = WindowHandle.create();
        WindowEvent event = new WindowEvent(session, window.window().base());
        Map<String, String> asked =
                signIn.stockRequest()
                        .asked(
                                client.client().getClientId(),
                                realm.callback(),
                                handle.handle(),
                                WindowHandle.randomWord());
        Response stock = new StockAuthorization(session).ask(asked, event);
        return answerIn(stock, handle)
                .map(parameters -> bringNow(window, window.read(parameters), event))
                .orElseGet(() -> await(stock, handle, window));
    }

    /** Brings the window what came back through the browser. */
    Response finish(PendingWindow window, Map<String, String> parameters) {
        StockAnswer answer = window.read(parameters);
        return answer instanceof StockAnswer.Success success
                ? deliver(
                        window,
                        window.wantsCode()
                                ? codes().ofEarlierRequest(success.codeOrToken(), window, client)
                                : Optional.of(success.codeOrToken()))
                : tell(window, ((StockAnswer.Failure) answer).error());
    }

    private Response bringNow(PendingWindow window, StockAnswer answer, WindowEvent event) {
        if (answer instanceof StockAnswer.Success success) {
            return deliver(
                    window,
                    window.wantsCode()
                            ? codes().ofThisRequest(success.codeOrToken(), window, client)
                            : Optional.of(success.codeOrToken()));
        }
        OAuthError error = ((StockAnswer.Failure) answer).error();
        return event.hasError()
                ? WindowRedirect.to(session, window.answer(client.config(), error)).build()
                : tell(window, error);
    }

    private Response deliver(PendingWindow window, Optional<String> codeOrToken) {
        return codeOrToken
                .map(
                        answer ->
                                WindowRedirect.to(session, window.answer(client.config(), answer))
                                        .build())
                .orElseGet(
                        () ->
                                tell(
                                        window,
                                        OAuthError.of(
                                                "server_error",
                                                "The code of this sign-in can't be used.")));
    }

    private Response tell(PendingWindow window, OAuthError error) {
        return WindowAsker.of(client)
                .at(window.window())
                .refuse(
                        session,
                        WindowRefusal.relayed(error, window.answer(client.config(), error)));
    }

    private Response await(Response stock, WindowHandle handle, PendingWindow window) {
        realm.keep(handle, window);
        Response.ResponseBuilder response =
                WindowRedirect.unstored(session, Response.fromResponse(stock));
        realm.cookies()
                .add(handle, realm.loginTimeout())
                .forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response.build();
    }

    private Optional<Map<String, String>> answerIn(Response stock, WindowHandle handle) {
        if (stock.getLocation() != null) {
            return StockReturn.ofRedirect(
                    stock.getLocation().toString(), realm.callback(), handle.handle());
        }
        return stock.getEntity() instanceof String page
                ? StockReturn.ofPage(page, realm.callback(), handle.handle())
                : Optional.empty();
    }

    private WindowCodes codes() {
        return new WindowCodes(session, realm.callback());
    }
}
