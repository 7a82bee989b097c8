package io.github.keycloakliveperson.contract.window;

import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.token.Pkce;
import java.net.URI;
import java.util.Optional;

/**
 * One sign-in of an external window, as it leaves for the authentication endpoint.
 *
 * @param dialect how it is asked
 * @param answerName the parameter that will carry the answer: {@code code}, {@code id_token} or
 *     {@code token}
 * @param location where the consumer's browser goes
 * @param carried the raw characters that have to come back: the {@code state} (RFC) or the value of
 *     {@code lpUnifiedWindowConfig} in the window's own query (openID)
 * @param redirectUri the window's location as it was sent
 * @param pkce LivePerson's PKCE pair, where the connector has PKCE on
 */
public record WindowRequest(
        Dialect dialect,
        String answerName,
        URI location,
        String carried,
        String redirectUri,
        Optional<Pkce> pkce) {

    /** The parameter of the openID window's own query (L29). */
    public static final String CONFIGURATION = "lpUnifiedWindowConfig";

    /**
     * L23–L25.
     *
     * @param connector the connector
     * @param window the window's address, without a query
     * @param configuration what the state carries
     * @param parentOrigin the brand page's origin
     * @return a request in the OAuth 2 RFC dialect
     */
    public static WindowRequest rfc(
            Connector connector,
            URI window,
            WindowConfiguration configuration,
            String parentOrigin) {
        var state = Encoding.encode(configuration.json());
        var bare =
                AuthorizationRequest.rfcWindow(connector, window.toString(), state, parentOrigin);
        var pkce = connector.pkce() ? Optional.of(Pkce.create()) : Optional.<Pkce>empty();
        return new WindowRequest(
                Dialect.RFC,
                AuthorizationRequest.answerName(connector, Dialect.RFC),
                URI.create(pkce.map(bare::with).orElse(bare).address()),
                state,
                window.toString(),
                pkce);
    }

    /**
     * L29: no state, no scope; the configuration is in the window's own query.
     *
     * @param connector the connector; with PKCE off, which this dialect doesn't have
     * @param window the window's address, without a query
     * @param configuration what the window's query carries
     * @param visitor LivePerson's id of the visitor, sent as the nonce
     * @return a request in the openID dialect
     */
    public static WindowRequest openid(
            Connector connector, URI window, WindowConfiguration configuration, String visitor) {
        if (connector.pkce()) {
            throw new IllegalArgumentException("The openID dialect has no PKCE.");
        }
        var carried = Encoding.encode(configuration.json());
        var redirectUri = window + "?" + CONFIGURATION + "=" + carried;
        return new WindowRequest(
                Dialect.OPENID,
                AuthorizationRequest.answerName(connector, Dialect.OPENID),
                URI.create(
                        AuthorizationRequest.openidWindow(connector, redirectUri, visitor)
                                .address()),
                carried,
                redirectUri,
                Optional.empty());
    }

    /**
     * Compares what had to come back: the state, which an RFC fragment answer has in the fragment
     * (L27), or the configuration in the openID window's query (L30).
     *
     * @param answer the window's own location after the sign-in
     */
    public StateComparison compare(Landing answer) {
        return new StateComparison(
                carried,
                dialect == Dialect.OPENID
                        ? answer.query().raw(CONFIGURATION)
                        : answer.parameter("state"));
    }

    @Override
    public String toString() {
        return "WindowRequest[" + dialect + " " + answerName + "]";
    }
}
