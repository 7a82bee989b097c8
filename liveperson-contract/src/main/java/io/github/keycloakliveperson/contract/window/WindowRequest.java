package io.github.keycloakliveperson.contract.window;

import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.token.Pkce;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One sign-in of an external window, as it leaves for the authentication endpoint.
 *
 * @param dialect how it is asked
 * @param answerName the parameter that will carry the answer: {@code code}, {@code id_token} or
 *     {@code token}
 * @param location where the consumer's browser goes
 * @param carried the raw characters that have to come back: the {@code state} (RFC) or the value of
 *     {@code lpUnifiedWindowConfig} in the window's own query (legacy)
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

    /** The parameter of the legacy window's own query (L29). */
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
        var answer = implicit(connector) ? "id_token" : "code";
        var state = encode(configuration.json());
        var pkce = connector.pkce() ? Optional.of(Pkce.create()) : Optional.<Pkce>empty();
        List<String> query = new ArrayList<>();
        query.add("response_type=" + answer);
        query.add("client_id=" + encode(connector.clientId()));
        query.add("scope=openid");
        query.add("redirect_uri=" + encode(window.toString()));
        query.add("state=" + state);
        pkce.ifPresent(
                p -> {
                    query.add("code_challenge=" + p.challenge());
                    query.add("code_challenge_method=" + Pkce.METHOD);
                });
        query.add("parentWindowOrigin=" + encode(parentOrigin));
        return new WindowRequest(
                Dialect.RFC, answer, location(connector, query), state, window.toString(), pkce);
    }

    /**
     * L29: no state, no scope; the configuration travels in the window's own query.
     *
     * @param connector the connector; with PKCE off, which this dialect does not know
     * @param window the window's address, without a query
     * @param configuration what the window's query carries
     * @param visitor LivePerson's id of the visitor, sent as the nonce
     * @return a request in the legacy dialect
     */
    public static WindowRequest legacy(
            Connector connector, URI window, WindowConfiguration configuration, String visitor) {
        if (connector.pkce()) {
            throw new IllegalArgumentException("The legacy dialect knows no PKCE.");
        }
        var answer = implicit(connector) ? "token" : "code";
        var carried = encode(configuration.json());
        var redirectUri = window + "?" + CONFIGURATION + "=" + carried;
        return new WindowRequest(
                Dialect.LEGACY,
                answer,
                location(
                        connector,
                        List.of(
                                "response_type=" + answer,
                                "client_id=" + encode(connector.clientId()),
                                "redirect_uri=" + encode(redirectUri),
                                "nonce=" + encode(visitor))),
                carried,
                redirectUri,
                Optional.empty());
    }

    private static boolean implicit(Connector connector) {
        return connector.authenticationType() == AuthenticationType.IMPLICIT;
    }

    private static URI location(Connector connector, List<String> query) {
        return URI.create(connector.authenticationEndpoint() + "?" + String.join("&", query));
    }

    /** As a browser's encodeURIComponent does, down to the blank. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    @Override
    public String toString() {
        return "WindowRequest[" + dialect + " " + answerName + "]";
    }
}
