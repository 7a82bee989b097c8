package io.github.keycloakliveperson.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.window.embedded.SigningKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * The values of LivePerson's form for a consumer identity provider, ready to paste.
 *
 * @param authenticationType {@code code} or {@code implicit}
 * @param jwtIssuer the issuer, exactly as in the tokens (L4)
 * @param authenticationEndpoint where the external window goes (L22)
 * @param tokenEndpoint where LivePerson's server redeems codes (L17); empty in the implicit flow
 * @param certificateType which of the next two is used
 * @param jwtPublicKey the active RS256 key, base64 on one line (L11); empty where there is none
 * @param scriptTag what the brand's pages need
 * @param consumerLink for consumer delegation (L40): the address that the bot sends to the
 *     consumer, without LivePerson's {@code state} at its end; empty otherwise
 */
public record Connector(
        String authenticationType,
        boolean pkce,
        String issuerDisplayName,
        String jwtIssuer,
        String authenticationEndpoint,
        String tokenEndpoint,
        String clientId,
        String clientSecret,
        String certificateType,
        String jwksEndpoint,
        String jwtPublicKey,
        String jsMethodName,
        String jsContext,
        String scriptTag,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String consumerLink) {

    private static final String METHOD = "lpGetAuthenticationToken";

    public static Connector of(Setup setup) {
        if (setup.delegatesOnly()) {
            return ofDelegation(setup);
        }
        var realm = setup.realm();
        var client = setup.client();
        var implicit = client.grants().isImplicit();
        var type = implicit ? "implicit" : "code";
        return new Connector(
                type,
                client.pkce() && !implicit,
                realm.displayName().isBlank() ? realm.name() : realm.displayName(),
                realm.addresses().issuer(),
                realm.addresses().authorize(),
                implicit ? "" : realm.addresses().token(),
                client.clientId(),
                implicit ? "" : secret(client),
                "JWKS Endpoint",
                realm.addresses().jwks(),
                realm.signingKey().map(SigningKey::base64).orElse(""),
                METHOD,
                "window",
                scriptTag(realm.addresses().webAuth(), client.clientId(), type),
                "");
    }

    /** Only what LivePerson names for consumer delegation is filled in (L40). */
    private static Connector ofDelegation(Setup setup) {
        var addresses = setup.realm().addresses();
        var client = setup.client();
        var redirectUri =
                client.redirectUris().stream()
                        .filter(ClientSettings::isDelegationRedirect)
                        .findFirst()
                        .orElse("");
        var link =
                "%s?response_type=code&client_id=%s&redirect_uri=%s&scope=%s&state="
                        .formatted(
                                addresses.authorize(),
                                encoded(client.clientId()),
                                encoded(redirectUri),
                                encoded(String.join(" ", new TreeSet<>(client.scopes().asked()))));
        return new Connector(
                "code",
                false,
                "",
                "",
                "",
                addresses.token(),
                client.clientId(),
                secret(client),
                "JWT Public Key",
                "",
                "CONSUMER_DELEGATION",
                "",
                "",
                "",
                link);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String secret(ClientSettings client) {
        var secret = client.access().isPublic() ? null : client.access().secret();
        return secret == null ? "" : secret;
    }

    private static String scriptTag(String src, String clientId, String flow) {
        return "<script src=\"%s\" data-client-id=\"%s\" data-flow=\"%s\"></script>"
                .formatted(html(src), html(clientId), flow);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** Keeps the secret out of logs and test reports. */
    @Override
    public String toString() {
        return "Connector[" + jwtIssuer + ", " + clientId + "]";
    }
}
