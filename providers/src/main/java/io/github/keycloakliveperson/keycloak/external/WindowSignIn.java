package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.keycloak.server.WindowLabels;
import io.github.keycloakliveperson.window.external.OAuthError;
import io.github.keycloakliveperson.window.external.PendingWindow;
import io.github.keycloakliveperson.window.external.StockAnswer;
import io.github.keycloakliveperson.window.external.StockReturn;
import io.github.keycloakliveperson.window.external.WindowDecision;
import io.github.keycloakliveperson.window.external.WindowHandle;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import io.github.keycloakliveperson.window.mapper.RequiredRole;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.keycloak.models.KeycloakSession;

/** A window's sign-in, from the stock endpoint's question to the window's answer. */
record WindowSignIn(KeycloakSession session, ExternalWindowContext realm, LivePersonClient client) {

    private static final OAuthError UNUSABLE =
            OAuthError.of("server_error", "The code of this sign-in can't be used.");

    private static final OAuthError NOT_ADMITTED =
            OAuthError.of("access_denied", RequiredRole.REFUSAL);

    /**
     * Asks the stock endpoint. If it answers at once, the window gets its answer at once, and
     * nothing is stored. If it shows a page or redirects the browser elsewhere, the window waits.
     */
    Response begin(WindowDecision.SignIn signIn) {
        var window = signIn.pending();
        var handle = WindowHandle.create();
        var event =
                new WindowEvent(
                        session,
                        window.request().window().base(),
                        WindowLabels.external(window.request()));
        var asked =
                signIn.stockRequest()
                        .asked(
                                client.client().getClientId(),
                                realm.callback(),
                                handle.handle(),
                                WindowHandle.randomWord());
        try {
            var stock = new StockAuthorization(session).ask(asked, event);
            return answerIn(stock, handle)
                    .map(answer -> bringNow(window, answer, event.hasError()))
                    .orElseGet(() -> await(stock, handle, window));
        } catch (WebApplicationException withheld) {
            return answerIn(withheld.getResponse(), handle)
                    .map(answer -> bringNow(window, answer, true))
                    .orElseThrow(() -> withheld);
        }
    }

    /** Sends the window what came back through the browser. */
    Response finish(PendingWindow window, Map<String, String> parameters) {
        return bring(window, window.request().read(parameters), codes()::ofEarlierRequest);
    }

    private Response bringNow(
            PendingWindow window, Map<String, String> parameters, boolean isRecorded) {
        var answer = window.request().read(parameters);
        if (answer instanceof StockAnswer.Failure failure && isRecorded) {
            count(window, failure.error().code());
            return redirect(window.request().answer(client.config(), failure.error()));
        }
        return bring(window, answer, codes()::ofThisRequest);
    }

    private Response bring(
            PendingWindow window,
            StockAnswer answer,
            BiFunction<String, PendingWindow, Optional<String>> rebind) {
        if (answer instanceof StockAnswer.Failure failure) {
            return tell(window, failure.error(), WindowRefusal::relayed);
        }
        var issued = ((StockAnswer.Success) answer).codeOrToken();
        if (!window.request().wantsCode()) {
            return give(window, issued);
        }
        return rebind.apply(issued, window)
                .map(
                        code ->
                                client.admits(() -> codes().consumer(code))
                                        ? give(window, code)
                                        : tell(window, NOT_ADMITTED, WindowRefusal::told))
                .orElseGet(() -> tell(window, UNUSABLE, WindowRefusal::relayed));
    }

    private Response give(PendingWindow window, String codeOrToken) {
        count(window, WindowLabels.SUCCESS);
        return redirect(window.request().answer(client.config(), codeOrToken));
    }

    private void count(PendingWindow window, String outcome) {
        WindowLabels.external(window.request())
                .count(realm.realm(), Optional.of(client.client()), outcome);
    }

    private Response redirect(String location) {
        return WindowRedirect.to(session, location).build();
    }

    private Response tell(
            PendingWindow window,
            OAuthError error,
            BiFunction<OAuthError, String, WindowRefusal> refusal) {
        var location = window.request().answer(client.config(), error);
        return WindowAsker.of(client)
                .asking(window.request())
                .refuse(session, refusal.apply(error, location));
    }

    private Response await(Response stock, WindowHandle handle, PendingWindow window) {
        realm.keep(handle, window);
        var response = WindowRedirect.unstored(session, Response.fromResponse(stock));
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
        return new WindowCodes(session, realm.callback(), client);
    }
}
