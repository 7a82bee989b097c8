package io.github.keycloakliveperson.contract.window;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import java.util.Locale;

/**
 * What the window carries through the sign-in: it embeds the connector, its addresses and its
 * public key (L25).
 *
 * @param json the JSON text, {@code {"lpUnifiedWindowConfig":{…}}}
 */
public record WindowConfiguration(String json) {

    /** The length of the one publicly known state, in characters. */
    public static final int KNOWN_LENGTH = 1_243;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param connector the window's connector
     * @param account LivePerson's account number
     * @param visitor LivePerson's id of the visitor
     * @return a configuration of realistic size, never shorter than {@link #KNOWN_LENGTH}
     */
    public static WindowConfiguration of(Connector connector, String account, String visitor) {
        var root = JSON.createObjectNode();
        var config = root.putObject("lpUnifiedWindowConfig");
        config.put("accountId", account);
        config.put("env", "prod");
        config.put("external", true);
        config.put("scp", "uw");
        config.put("secureStorageType", "indexedDB");
        var engagement = config.putObject("engConf");
        engagement.put("async", true);
        engagement.put("skillId", "-1");
        engagement.put("scid", "3");
        engagement.put("cid", 2_816_472_310L);
        engagement.put("eid", 2_816_473_610L);
        engagement.put("lang", "en-US");
        engagement.put("svid", visitor);
        engagement.put("ssid", "s8qTzXrPTJ-Lw0mRk5vY3A");
        engagement.put("availabilityPolicy", 1);
        engagement.putObject("preChat").put("text", "Hi 👋 & welcome – how can we help?");
        describe(connector, engagement.putObject("connector"));
        var window = config.putObject("windowConf");
        window.put("title", connector.issuerDisplayName() + " · Message us");
        window.put("closedOn", "2026-11-20T00:00:00+01:00");
        window.putObject("theme")
                .put("accent", "#0b5fff")
                .put("radius", "12px")
                .put("font", "inherit");
        window.put("csdsDomain", "adminlogin.liveperson.net");
        window.put("assets", "https://lpcdn.lpsnmedia.net/le_unified_window/10.32.1-release_1180/");
        return new WindowConfiguration(padded(root));
    }

    private static void describe(Connector connector, ObjectNode node) {
        node.put("id", 2_816_470_010L);
        node.put("type", 1);
        node.put("name", connector.issuerDisplayName());
        var configuration = node.putObject("configuration");
        configuration.put("issuer", connector.jwtIssuer());
        configuration.put("issuerDisplayName", connector.issuerDisplayName());
        configuration.put(
                "preferredMethod", connector.authenticationType().name().toLowerCase(Locale.ROOT));
        configuration.put("authorizationEndpoint", connector.authenticationEndpoint().toString());
        connector.tokenEndpoint().ifPresent(t -> configuration.put("tokenEndpoint", t.toString()));
        configuration.put("clientId", connector.clientId());
        configuration.put("pkceEnabled", connector.pkce());
        configuration.put("jsMethodName", connector.jsMethodName());
        configuration.put("jsContext", connector.jsContext());
        if (connector.certificate() instanceof JwksEndpoint endpoint) {
            configuration.put("jwksUri", endpoint.address().toString());
        } else if (connector.certificate() instanceof JwtPublicKey key) {
            configuration.put("jwtPublicKey", key.base64Spki());
        }
    }

    /** Short host names must not make the state shorter than real ones are. */
    private static String padded(ObjectNode root) {
        var missing = KNOWN_LENGTH - root.toString().length();
        if (missing > 0) {
            root.put("features", "uw.".repeat(missing / 3 + 1));
        }
        return root.toString();
    }
}
