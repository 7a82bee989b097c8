package io.github.keycloakliveperson.benchmarks.server;

import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import io.github.keycloakliveperson.contract.window.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The relying party's side of a client.
 *
 * @param clientId the OAuth client id
 * @param redirectUri where it wants its codes
 */
public record Relying(String clientId, String redirectUri) {

    /** LivePerson's external window (L24). */
    public static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";

    /** Where the stock client wants its id_tokens posted. */
    public static final String LANDING = "https://brand.example/landing";

    private static final String STOCK_ENDPOINT = "/protocol/openid-connect/auth";

    /** A client of Keycloak's default settings. */
    public static final Relying STOCK = new Relying("stock", "https://liveperson.net");

    /** A client that does with stock Keycloak what LivePerson needs. */
    public static final Relying NATIVELY_ENCRYPTED =
            new Relying("stock-native", "https://liveperson.net");

    /** One of LivePerson's clients in a realm. */
    public static Relying livePerson(int number) {
        return new Relying("liveperson-" + number, "https://liveperson.net");
    }

    String secret() {
        return "secret0of0" + clientId.replace('-', '0');
    }

    /** The request for a code at the stock endpoint. */
    String authorization(String realm, String more) {
        return request(realm + STOCK_ENDPOINT, "code", redirectUri).address() + more;
    }

    /** The request for an id_token at the stock endpoint, in its form-post page. */
    String implicitAuthorization(String realm, String rawState) {
        return request(realm + STOCK_ENDPOINT, "id_token", LANDING)
                .with("response_mode", "form_post")
                .with("nonce", "n")
                .withRaw("state", rawState)
                .address();
    }

    /** The request of the external window, RFC dialect (L23). */
    String window(String realm, String responseType, String rawState) {
        return request(realm + "/liveperson/authorize", responseType, WINDOW)
                .with("parentWindowOrigin", "https://www.brand.example")
                .withRaw("state", rawState)
                .address();
    }

    private AuthorizationRequest request(String endpoint, String responseType, String redirect) {
        return AuthorizationRequest.at(endpoint)
                .with("response_type", responseType)
                .with("scope", "openid")
                .with("client_id", clientId)
                .with("redirect_uri", redirect);
    }

    /** The form of the token call (L17). */
    String form(String code, String tokenRedirectUri) {
        return "grant_type=authorization_code&code="
                + Encoding.encode(code)
                + "&redirect_uri="
                + Encoding.encode(tokenRedirectUri);
    }

    /** The header of the token call (L18). */
    Map<String, String> credentials() {
        var pair = clientId + ":" + secret();
        return Map.of(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
    }
}
