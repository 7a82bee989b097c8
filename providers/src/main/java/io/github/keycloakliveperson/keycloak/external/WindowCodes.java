package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.window.external.CodeBinding;
import io.github.keycloakliveperson.window.external.PendingWindow;
import io.github.keycloakliveperson.window.external.WindowHandle;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;

/**
 * Replaces the code that the stock endpoint issued for our callback by one that is bound to the
 * redirect URI that LivePerson will send (K10, K17). Everything else that it is bound to, including
 * PKCE's challenge and its expiry, stays unchanged, and the stock token endpoint enforces it. The
 * id is new: the one in the callback's address is used up.
 */
record WindowCodes(KeycloakSession session, String callback, LivePersonClient client) {

    /** Id, user session and client. */
    private static final Pattern CODE = Pattern.compile("([A-Za-z0-9_-]+)\\.([^.]+)\\.(.+)");

    // The names of Keycloak's own entries: OAuth2Code doesn't publish them.
    private static final String ID = "id";
    private static final String REDIRECT_URI = "redirectUri";
    private static final String SESSION = "user_session_id";
    private static final String EXPIRY = "exp";

    /**
     * For a code that was issued in this request. It can't be removed yet (K35); it never leaves
     * the server, and expires like every code.
     */
    Optional<String> ofThisRequest(String code, PendingWindow window) {
        return bind(code, window, store()::get);
    }

    /** For a code that came back through the browser, and is taken. */
    Optional<String> ofEarlierRequest(String code, PendingWindow window) {
        return bind(code, window, key -> store().remove(key));
    }

    /** Whose code it is, null where the session has ended. */
    UserModel consumer(String code) {
        var userSession =
                session.sessions()
                        .getUserSession(session.getContext().getRealm(), code.split("\\.")[1]);
        return userSession == null ? null : userSession.getUser();
    }

    private Optional<String> bind(
            String code, PendingWindow window, Function<String, Map<String, String>> entries) {
        var parts = CODE.matcher(code);
        // Codes end in their client's id: another client's code is not consumed.
        if (!parts.matches() || !parts.group(3).equals(window.clientUuid())) {
            return Optional.empty();
        }
        var entry = entries.apply(StockAuthorization.codeKey(parts.group(1)));
        if (entry == null
                || !parts.group(2).equals(entry.get(SESSION))
                || !callback.equals(entry.get(REDIRECT_URI))
                || !CodeBinding.of(entry).equals(window.binding())
                || Long.parseLong(entry.get(EXPIRY)) * 1_000 < Time.currentTimeMillis()) {
            return Optional.empty();
        }
        var id = WindowHandle.randomWord();
        Map<String, String> bound = new HashMap<>(entry);
        bound.put(ID, id);
        bound.put(REDIRECT_URI, window.request().tokenRedirectUri(client.config()));
        store().put(
                        StockAuthorization.codeKey(id),
                        session.getContext().getRealm().getAccessCodeLifespan(),
                        bound);
        return Optional.of(id + "." + parts.group(2) + "." + parts.group(3));
    }

    private SingleUseObjectProvider store() {
        return session.singleUseObjects();
    }
}
