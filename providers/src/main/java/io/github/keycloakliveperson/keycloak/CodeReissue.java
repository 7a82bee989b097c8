package io.github.keycloakliveperson.keycloak;

import io.github.keycloakliveperson.window.WindowHandle;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.OAuth2Code;
import org.keycloak.protocol.oidc.utils.OAuth2CodeParser;

/**
 * Takes the code that the stock endpoint issued for our callback and issues another in its place,
 * bound to the redirect URI that LivePerson will send (K10, K17). Everything else it is bound to,
 * PKCE's challenge and its expiry among it, stays as it was, and the stock token endpoint enforces
 * it. The id is new: the one that stood in the callback's address is spent.
 */
final class CodeReissue {

    // The names of Keycloak's own entries: OAuth2Code keeps them to itself.
    private static final String ID = "id";
    private static final String REDIRECT_URI = "redirectUri";

    private final KeycloakSession session;
    private final EventBuilder event;

    CodeReissue(KeycloakSession session, EventBuilder event) {
        this.session = session;
        this.event = event;
    }

    /**
     * @param code as the stock endpoint issued it
     * @param client whose code it has to be
     * @param callback the redirect URI it has to be bound to
     * @param redirectUri the redirect URI the new one is bound to
     * @return the new code, or empty when the old one can't be used
     */
    Optional<String> reissue(String code, ClientModel client, String callback, String redirectUri) {
        RealmModel realm = session.getContext().getRealm();
        // Codes end in their client's id: another client's code is left alone, not consumed.
        if (!code.endsWith("." + client.getId())) {
            return Optional.empty();
        }
        OAuth2CodeParser.ParseResult stock =
                OAuth2CodeParser.parseCode(session, code, realm, event);
        if (stock.isIllegalCode()
                || stock.isExpiredCode()
                || stock.getClientSession() == null
                || !client.getId().equals(stock.getClientSession().getClient().getId())
                || !callback.equals(stock.getCodeData().getRedirectUriParam())) {
            return Optional.empty();
        }
        Map<String, String> entry = stock.getCodeData().serializeCode();
        entry.put(ID, WindowHandle.randomWord());
        entry.put(REDIRECT_URI, redirectUri);
        return Optional.of(
                OAuth2CodeParser.persistCode(
                        session, stock.getClientSession(), OAuth2Code.deserializeCode(entry)));
    }
}
