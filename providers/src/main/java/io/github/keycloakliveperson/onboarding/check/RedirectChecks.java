package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Repair;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The client's redirect URIs. */
final class RedirectChecks {

    /** Only in older documents of LivePerson's (L21). */
    private static final String OLDER_DEFAULT = "https://liveperson.net/oauth2/code_redirect";

    private static final List<String> DEFAULTS =
            List.of("https://liveperson.net", "https://liveperson.net/", OLDER_DEFAULT);
    private static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";

    private RedirectChecks() {}

    /** Every one is registered exactly: codes and tokens go nowhere else (K9). */
    static Finding redirectUris(Setup setup) {
        var unfilled = those(setup, uri -> uri.contains("${"));
        if (!unfilled.isEmpty()) {
            return Finding.fail(
                    "The template's placeholder is still there: " + unfilled + ".",
                    "Replace it with the realm's name.");
        }
        var wild = those(setup, uri -> uri.contains("*"));
        if (!wild.isEmpty()) {
            return Finding.fail(
                    "Redirect URIs with a wildcard: " + wild + ".",
                    "Register the exact addresses instead.");
        }
        // The check issuer reports Keycloak's own
        var own = setup.realm().frontendBase() + "/";
        var readable = those(setup, uri -> isReadable(uri) && !uri.startsWith(own));
        return readable.isEmpty()
                ? Finding.pass("Every redirect URI is registered exactly.")
                : Finding.warn(
                        "Redirect URIs without TLS: " + readable + ".",
                        "Register https addresses. Otherwise others on the network can read codes"
                                + " and tokens.");
    }

    /** The external window's callback is registered. */
    static Finding callback(Setup setup) {
        var address = setup.realm().addresses().callback();
        return returnAddress("The external window's callback", address, setup);
    }

    /** The return address of the embedded window's silent sign-in is registered. */
    static Finding silentReturn(Setup setup) {
        var address = setup.realm().addresses().silentReturn(setup.client().clientId());
        return returnAddress(
                "The return address of the embedded window's silent sign-in", address, setup);
    }

    /**
     * LivePerson's own are registered: the three spellings of its default (L21) and a window page
     * (L24), which older accounts have at another address.
     */
    static Finding livePersons(Setup setup) {
        var uris = setup.client().redirectUris();
        List<String> missing = new ArrayList<>(DEFAULTS);
        missing.removeAll(uris);
        if (uris.stream().noneMatch(uri -> isWindow(uri, setup))) {
            missing.add(WINDOW);
        }
        if (missing.equals(List.of(OLDER_DEFAULT))) {
            return Finding.warn(
                            "The redirect URI of older LivePerson accounts is not registered.",
                            "Add the redirect URI " + OLDER_DEFAULT + ".")
                    .repairedBy(Repair.redirectUris(missing));
        }
        return missing.isEmpty()
                ? Finding.pass("LivePerson's redirect URIs are registered.")
                : Finding.fail(
                                "LivePerson's redirect URIs are not all registered.",
                                "Add the redirect URIs " + String.join(", ", missing) + ".")
                        .repairedBy(Repair.redirectUris(missing));
    }

    private static Finding returnAddress(String name, String address, Setup setup) {
        if (setup.client().redirectUris().contains(address)) {
            return Finding.pass(name + " is registered.");
        }
        // Of another realm, client or server, or in another spelling
        var endpoint = LivePersonAddresses.endpoint(address);
        var others = those(setup, uri -> LivePersonAddresses.endpoint(uri).equals(endpoint));
        var found =
                others.isEmpty() || endpoint.isEmpty()
                        ? Finding.fail(
                                name + " isn't registered.",
                                "Add the redirect URI " + address + ".")
                        : Finding.fail(
                                name
                                        + " isn't registered: the realm, the client or Keycloak's address had"
                                        + " another name when "
                                        + others
                                        + " was.",
                                "Replace it with the redirect URI " + address + ".");
        return found.repairedBy(Repair.redirectUris(List.of(address)));
    }

    private static String those(Setup setup, Predicate<String> which) {
        return String.join(", ", setup.client().redirectUris().stream().filter(which).toList());
    }

    /** http, and not on the same machine, as in a demo. */
    private static boolean isReadable(String uri) {
        return uri.toLowerCase(Locale.ROOT).startsWith("http:")
                && WebOrigin.of(uri.split("[?#]", 2)[0]).filter(WebOrigin::isSecure).isEmpty();
    }

    private static boolean isWindow(String uri, Setup setup) {
        return uri.equals(WINDOW)
                || !DEFAULTS.contains(uri)
                        && !uri.contains("*")
                        && uri.startsWith("http")
                        && !uri.startsWith(setup.realm().frontendBase() + "/");
    }
}
