package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.RealmSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.window.address.WebOrigin;

/** The issuer is an https address that is the same for everyone who asks (L4, L11). */
final class IssuerCheck implements SetupCheck {

    static final String ID = "issuer";

    private static final String FIX =
            "Start Keycloak with --hostname=https://… (and --proxy-headers behind a proxy), or set"
                    + " the realm's Frontend URL.";

    @Override
    public Check on(Setup setup) {
        RealmSettings realm = setup.realm();
        String issuer = realm.addresses().issuer();
        if (!issuer.startsWith("https://")) {
            return Check.warn(
                    ID,
                    "The issuer is " + issuer + ", over plain http. LivePerson needs https.",
                    FIX);
        }
        if (WebOrigin.of(issuer).isEmpty() || issuer.contains("?") || issuer.contains("#")) {
            return Check.fail(
                    ID,
                    "The issuer is " + issuer + ", which browsers can't open.",
                    "Set --hostname or the realm's Frontend URL to https, a host name and, if"
                            + " needed, a path.");
        }
        if (!realm.addressFixed()) {
            return Check.warn(
                    ID,
                    "The issuer depends on the address of each request. For this one it is "
                            + issuer
                            + ". LivePerson compares it character by character.",
                    FIX);
        }
        String browsers = WebOrigin.asBrowsersWrite(issuer);
        if (!browsers.equals(issuer)) {
            return Check.warn(
                    ID,
                    "The issuer is "
                            + issuer
                            + ", but browsers write that address as "
                            + browsers
                            + ". LivePerson compares it character by character.",
                    "Write host and port in --hostname or the realm's Frontend URL as browsers"
                            + " do.");
        }
        return Check.pass(ID, "The issuer is always " + issuer + ".");
    }
}
