package io.github.keycloakliveperson.check.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.Reply;
import java.util.Map;

/**
 * What a provider says about itself (OpenID Connect Discovery 1.0).
 *
 * @param issuer as the document has it
 * @param authorizationEndpoint the stock one
 * @param tokenEndpoint where codes are redeemed
 * @param jwksUri the signing keys
 */
public record Discovery(
        String issuer, String authorizationEndpoint, String tokenEndpoint, String jwksUri) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Asks the provider.
     *
     * @throws IllegalStateException when there is no such document, with what to do
     */
    public static Discovery of(String issuer, Http http) {
        var address = issuer.replaceAll("/$", "") + "/.well-known/openid-configuration";
        Reply reply;
        try {
            reply = http.get(address, Map.of("Accept", "application/json"));
        } catch (Http.Unreachable unreachable) {
            throw new IllegalStateException(
                    address + " " + unreachable.getMessage() + ". Check --issuer.", unreachable);
        }
        if (reply.status() != 200) {
            throw new IllegalStateException(
                    address + " answered HTTP " + reply.status() + ". Check --issuer.");
        }
        try {
            var document = JSON.readTree(reply.body());
            return new Discovery(
                    text(document, "issuer", address),
                    text(document, "authorization_endpoint", address),
                    text(document, "token_endpoint", address),
                    text(document, "jwks_uri", address));
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(address + " is not JSON. Check --issuer.", notJson);
        }
    }

    private static String text(JsonNode document, String name, String address) {
        var value = document.path(name).asText("");
        if (value.isEmpty()) {
            throw new IllegalStateException(address + " contains no " + name + ".");
        }
        return value;
    }
}
