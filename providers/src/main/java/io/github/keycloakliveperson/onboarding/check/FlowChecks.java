package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Exactly one of LivePerson's two flows is on, and nothing that LivePerson never uses. */
final class FlowChecks {

    private static final String EXCHANGE = "Standard token exchange";

    /** By the client attribute that switches each on; as the console calls them, sorted. */
    private static final Map<String, String> OTHER_GRANTS =
            new TreeMap<>(
                    Map.of(
                            "standard.token.exchange.enabled", EXCHANGE,
                            "oauth2.device.authorization.grant.enabled",
                                    "OAuth 2.0 Device Authorization Grant",
                            "oidc.ciba.grant.enabled", "OIDC CIBA Grant",
                            "oauth2.jwt.authorization.grant.enabled", "JWT Authorization Grant"));

    private FlowChecks() {}

    static Finding flow(Setup setup) {
        var grants = setup.client().grants();
        if (!grants.code() && !grants.implicit()) {
            return Finding.fail(
                    "Neither the standard (code) flow nor the implicit flow is on.",
                    "Turn on the flow that LivePerson's form shows as authentication type.");
        }
        var needless = needless(setup.client());
        var names = String.join(", ", needless);
        if (needless.contains(EXCHANGE)
                && setup.encryption().isPresent()
                && setup.guard().policiesRestrict()
                && !setup.guard().present()) {
            return Finding.fail(
                    "On this Keycloak version, a client policy can skip the encryption mapper in a"
                            + " token exchange, and nothing withholds the ID token.",
                    "Switch off: " + EXCHANGE + ". Or update Keycloak to 26.6.3 or newer.");
        }
        if (!needless.isEmpty()) {
            return Finding.warn(
                    "The client allows what LivePerson never uses: " + names + ".",
                    "Switch off: " + names + ".");
        }
        var flow = grants.isImplicit() ? "implicit" : "code";
        return Finding.pass("The " + flow + " flow is on, and nothing else.");
    }

    /** PKCE is off, or on with the one method LivePerson speaks (L19). */
    static Finding pkce(Setup setup) {
        var client = setup.client();
        var method = client.attribute(ClientSettings.PKCE_METHOD);
        if (method.isEmpty()) {
            return Finding.pass("PKCE is not required. LivePerson's form says PKCE: off.");
        }
        if (!client.pkce()) {
            return Finding.fail(
                    "The PKCE method is " + method + ". LivePerson supports only S256.",
                    "Set Proof Key for Code Exchange Code Challenge Method to S256.");
        }
        return client.grants().isImplicit() || setup.delegatesOnly()
                ? Finding.warn(
                        "PKCE is required, but neither the implicit flow nor consumer delegation"
                                + " has any.",
                        "Clear Proof Key for Code Exchange Code Challenge Method.")
                : Finding.pass("PKCE is required with S256. LivePerson's form says PKCE: on.");
    }

    private static List<String> needless(ClientSettings client) {
        var grants = client.grants();
        List<String> needless = new ArrayList<>();
        if (grants.code() && grants.implicit()) {
            needless.add("Implicit flow");
        }
        if (grants.direct()) {
            needless.add("Direct access grants");
        }
        if (grants.serviceAccount()) {
            needless.add("Service accounts roles");
        }
        OTHER_GRANTS.forEach(
                (attribute, grant) -> {
                    if (client.attribute(attribute).equals("true")) {
                        needless.add(grant);
                    }
                });
        return needless;
    }
}
