package io.github.keycloakliveperson.contract.window;

import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.token.Pkce;
import java.util.ArrayList;
import java.util.List;

/**
 * An authorization request, written character by character.
 *
 * @param endpoint where it goes to
 * @param pairs raw {@code name=value}, in order
 */
public record AuthorizationRequest(String endpoint, List<String> pairs) {

    public AuthorizationRequest {
        pairs = List.copyOf(pairs);
    }

    /** A request without parameters. */
    public static AuthorizationRequest at(String endpoint) {
        return new AuthorizationRequest(endpoint, List.of());
    }

    /**
     * What the external window asks in the RFC dialect (L23–L25), without PKCE and nonce.
     *
     * @param connector the connector
     * @param redirectUri the window's address
     * @param rawState exactly the characters of the state
     * @param parentOrigin the brand page's origin
     * @return the request
     */
    public static AuthorizationRequest rfcWindow(
            Connector connector, String redirectUri, String rawState, String parentOrigin) {
        return at(connector.authenticationEndpoint().toString())
                .with("response_type", answerName(connector, Dialect.RFC))
                .with("client_id", connector.clientId())
                .with("scope", "openid")
                .with("redirect_uri", redirectUri)
                .withRaw("state", rawState)
                .with("parentWindowOrigin", parentOrigin);
    }

    /**
     * What it asks in the openID dialect (L29): no state, no scope.
     *
     * @param connector the connector
     * @param redirectUri the window's address with its own query
     * @param visitor LivePerson's id of the visitor, sent as the nonce
     * @return the request
     */
    public static AuthorizationRequest openidWindow(
            Connector connector, String redirectUri, String visitor) {
        return at(connector.authenticationEndpoint().toString())
                .with("response_type", answerName(connector, Dialect.OPENID))
                .with("client_id", connector.clientId())
                .with("redirect_uri", redirectUri)
                .with("nonce", visitor);
    }

    /**
     * The link to sign in that a bot sends in an unauthenticated conversation (L40).
     *
     * @param connector the connector for delegation
     * @param redirectUri LivePerson's
     * @param state LivePerson's
     * @param scope those of the brand's API, separated by spaces
     * @return the request
     */
    public static AuthorizationRequest delegation(
            Connector connector, String redirectUri, String state, String scope) {
        return at(connector.authenticationEndpoint().toString())
                .with("response_type", "code")
                .with("client_id", connector.clientId())
                .with("scope", scope)
                .with("redirect_uri", redirectUri)
                .with("state", state);
    }

    /**
     * @param connector the connector
     * @param dialect its window's dialect
     * @return the parameter that carries the answer: {@code code}, {@code id_token} (L23) or {@code
     *     token} (L29)
     */
    public static String answerName(Connector connector, Dialect dialect) {
        if (connector.authenticationType() == AuthenticationType.CODE) {
            return "code";
        }
        return dialect == Dialect.RFC ? "id_token" : "token";
    }

    /** Adds a parameter, percent-encoded. */
    public AuthorizationRequest with(String name, String value) {
        return withRaw(name, Encoding.encode(value));
    }

    /** Adds a parameter whose value is sent as exactly these characters. */
    public AuthorizationRequest withRaw(String name, String raw) {
        List<String> more = new ArrayList<>(pairs);
        more.add(name + "=" + raw);
        return new AuthorizationRequest(endpoint, more);
    }

    /** Adds the two parameters of PKCE (L19). */
    public AuthorizationRequest with(Pkce pkce) {
        return with("code_challenge", pkce.challenge()).with("code_challenge_method", Pkce.METHOD);
    }

    /** {@return where the browser goes} */
    public String address() {
        return endpoint + (endpoint.contains("?") ? "&" : "?") + String.join("&", pairs);
    }
}
