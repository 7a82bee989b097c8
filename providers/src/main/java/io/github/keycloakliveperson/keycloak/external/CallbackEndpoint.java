package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.window.external.PendingWindow;
import io.github.keycloakliveperson.window.external.WindowHandle;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * Where the stock authorization endpoint returns to after a page: takes the waiting window once, in
 * its own browser only, and sends it the answer.
 */
public final class CallbackEndpoint {

    private final KeycloakSession session;
    private final ExternalWindowContext realm;

    public CallbackEndpoint(KeycloakSession session) {
        this.session = session;
        this.realm = ExternalWindowContext.of(session);
    }

    /** Takes those parameters of the answer that are there exactly once. */
    public Response answer(Map<String, String> parameters) {
        var state = parameters.get("state");
        var cookies = realm.cookies();
        Optional<WindowHandle> handle =
                state == null ? Optional.empty() : WindowHandle.of(state, cookies.values()::get);
        if (handle.isEmpty()) {
            return gone("no window of this browser waits for this answer");
        }
        var pending = realm.take(handle.get());
        if (pending.isEmpty()) {
            return gone("the window has its answer already, or waited too long");
        }
        var response = answer(pending.get(), parameters);
        return Response.fromResponse(response)
                .header(HttpHeaders.SET_COOKIE, cookies.remove(handle.get()))
                .build();
    }

    private Response answer(PendingWindow pending, Map<String, String> parameters) {
        var client = realm.realm().getClientById(pending.clientUuid());
        var livePerson = Optional.ofNullable(client).flatMap(LivePersonClient::of);
        if (livePerson.isEmpty()) {
            return gone("the client was changed during the sign-in");
        }
        if (!realm.isRegistered(pending.request().window(), client)) {
            return WindowAsker.of(livePerson.get())
                    .atUnregistered(pending.request().window())
                    .refuse(session, WindowRefusal.address("redirect_uri is no longer registered"));
        }
        return new WindowSignIn(session, realm, livePerson.get()).finish(pending, parameters);
    }

    private Response gone(String reason) {
        return WindowAsker.unknown().refuse(session, WindowRefusal.windowGone(reason));
    }
}
