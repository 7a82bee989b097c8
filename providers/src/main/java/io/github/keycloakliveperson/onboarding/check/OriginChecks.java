package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.window.address.WebOrigin;
import io.github.keycloakliveperson.window.embedded.AllowedOrigins;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keycloak's own address, and those of the brand's pages. */
final class OriginChecks {

    private static final String COMPARED = " LivePerson compares it character by character.";

    private OriginChecks() {}

    /** The issuer is an https address that is the same for everyone who asks (L4, L11). */
    static Finding issuer(Setup setup) {
        var fix =
                "Start Keycloak with --hostname=https://… (and --proxy-headers behind a proxy), or"
                        + " set the realm's Frontend URL.";
        var issuer = setup.realm().addresses().issuer();
        if (!issuer.startsWith("https://")) {
            return Finding.warn(
                    "The issuer is " + issuer + ", over plain http. LivePerson needs https.", fix);
        }
        if (WebOrigin.of(issuer).isEmpty() || issuer.contains("?") || issuer.contains("#")) {
            return Finding.fail(
                    "The issuer is " + issuer + ", which browsers can't open.",
                    "Set --hostname or the realm's Frontend URL to https, a host name and, if"
                            + " needed, a path.");
        }
        if (!setup.realm().addressFixed()) {
            return Finding.warn(
                    "The issuer depends on the address of each request. For this one it is "
                            + (issuer + "." + COMPARED),
                    fix);
        }
        var browsers = WebOrigin.asBrowsersWrite(issuer);
        return browsers.equals(issuer)
                ? Finding.pass("The issuer is always " + issuer + ".")
                : Finding.warn(
                        "The issuer is %s, but browsers write that address as %s."
                                        .formatted(issuer, browsers)
                                + COMPARED,
                        "Write host and port in --hostname or the realm's Frontend URL as browsers"
                                + " do.");
    }

    /** The pages that may ask for a consumer's sign-in are named one by one. */
    static Finding webOrigins(Setup setup) {
        var fix =
                "Add the origin of each page that shows the chat, for example"
                        + " https://www.example.com.";
        Set<String> origins = new TreeSet<>(setup.client().webOrigins());
        if (origins.contains("*")) {
            return Finding.fail("The web origin * lets any web page ask for tokens.", fix);
        }
        var wrong = origins.stream().filter(o -> WebOrigin.parse(o).isEmpty()).toList();
        if (!wrong.isEmpty()) {
            return Finding.fail("No origins named in full: " + String.join(", ", wrong) + ".", fix);
        }
        if (origins.isEmpty()) {
            return Finding.warn(
                    "No web origin is registered, so only the external window can sign in.", fix);
        }
        var allowed = AllowedOrigins.of(origins.stream()).origins();
        var own = setup.realm().ownOrigin().stream().toList();
        if (allowed.equals(own)) {
            return Finding.pass(
                    "The embedded window works only on pages of Keycloak's own origin. For other"
                            + " pages, add their origins.");
        }
        var insecure = allowed.stream().filter(o -> !o.isSecure() && !own.contains(o)).toList();
        return insecure.isEmpty()
                ? Finding.pass("The embedded window works on pages of " + listed(allowed) + ".")
                : Finding.fail(
                        "Others on the network can change these pages, because they are not https: "
                                + listed(insecure)
                                + ".",
                        "Serve them over https and add those origins. Only localhost may be http.");
    }

    private static String listed(List<WebOrigin> origins) {
        return origins.stream().map(WebOrigin::value).collect(Collectors.joining(", "));
    }
}
