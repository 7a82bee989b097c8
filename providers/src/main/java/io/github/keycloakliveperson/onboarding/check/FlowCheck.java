package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Grants;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Exactly one of LivePerson's two flows is on, and nothing that LivePerson never uses. */
final class FlowCheck implements SetupCheck {

    static final String ID = "flow";

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

    @Override
    public Check on(Setup setup) {
        Grants grants = setup.client().grants();
        if (!grants.code() && !grants.implicit()) {
            return Check.fail(
                    ID,
                    "Neither the standard (code) flow nor the implicit flow is on.",
                    "Turn on the flow that LivePerson's form shows as authentication type.");
        }
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
                    if (setup.client().attribute(attribute).equals("true")) {
                        needless.add(grant);
                    }
                });
        if (needless.contains(EXCHANGE)
                && setup.encryption().isPresent()
                && setup.guard().policiesRestrict()
                && !setup.guard().present()) {
            return Check.fail(
                    ID,
                    "On this Keycloak version, a client policy can skip the encryption mapper in"
                            + " a token exchange, and nothing withholds the ID token.",
                    "Switch off: " + EXCHANGE + ". Or update Keycloak to 26.6.3 or newer.");
        }
        if (!needless.isEmpty()) {
            return Check.warn(
                    ID,
                    "The client allows what LivePerson never uses: "
                            + String.join(", ", needless)
                            + ".",
                    "Switch off: " + String.join(", ", needless) + ".");
        }
        return Check.pass(
                ID,
                grants.isImplicit()
                        ? "The implicit flow is on, and nothing else."
                        : "The code flow is on, and nothing else.");
    }
}
