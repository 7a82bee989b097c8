package io.github.keycloakliveperson.onboarding.check;

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
    static Check redirectUris(Setup setup) {
        var id = "redirect-uris";
        var unfilled = those(setup, uri -> uri.contains("${"));
        if (!unfilled.isEmpty()) {
            return Check.fail(
                    id,
                    "The template's placeholder is still there: " + unfilled + ".",
                    "Replace it with the realm's name.");
        }
        var wild = those(setup, uri -> uri.contains("*"));
        if (!wild.isEmpty()) {
            return Check.fail(
                    id,
                    "Redirect URIs with a wildcard: " + wild + ".",
                    "Register the exact addresses instead.");
        }
        // Of Keycloak's own, the issuer's check tells
        var own = setup.realm().frontendBase() + "/";
        var readable = those(setup, uri -> isReadable(uri) && !uri.startsWith(own));
        return readable.isEmpty()
                ? Check.pass(id, "Every redirect URI is registered exactly.")
                : Check.warn(
                        id,
                        "Redirect URIs without TLS: " + readable + ".",
                        "Register https addresses. Otherwise others on the network can"
                                + " read codes and tokens.");
    }

    /** The external window's way back is registered. */
    static Check callback(Setup setup) {
        return returnAddress(
                "callback",
                "The external window's callback",
                setup.realm().addresses().callback(),
                setup);
    }

    /** The embedded window's silent sign-in has a way back. */
    static Check silentReturn(Setup setup) {
        return returnAddress(
                "silent-return",
                "The return address of the embedded window's silent sign-in",
                setup.realm().addresses().silentReturn(setup.client().clientId()),
                setup);
    }

    /**
     * LivePerson's own are registered: the three spellings of its default (L21) and a window page
     * (L24), which older accounts have at another address.
     */
    static Check livePersons(Setup setup) {
        var id = "liveperson-redirects";
        var uris = setup.client().redirectUris();
        List<String> missing = new ArrayList<>(DEFAULTS);
        missing.removeAll(uris);
        if (uris.stream().noneMatch(uri -> isWindow(uri, setup))) {
            missing.add(WINDOW);
        }
        if (missing.equals(List.of(OLDER_DEFAULT))) {
            return Check.warn(
                    id,
                    "The redirect URI of older LivePerson accounts is not registered.",
                    "Add the redirect URI " + OLDER_DEFAULT + ".");
        }
        return missing.isEmpty()
                ? Check.pass(id, "LivePerson's redirect URIs are registered.")
                : Check.fail(
                        id,
                        "LivePerson's redirect URIs are not all registered.",
                        "Add the redirect URIs " + String.join(", ", missing) + ".");
    }

    private static Check returnAddress(String id, String name, String address, Setup setup) {
        if (setup.client().redirectUris().contains(address)) {
            return Check.pass(id, name + " is registered.");
        }
        // Of another realm, client or server, or in another spelling
        var endpoint = LivePersonAddresses.endpoint(address);
        var others =
                those(
                        setup,
                        uri ->
                                !endpoint.isEmpty()
                                        && LivePersonAddresses.endpoint(uri).equals(endpoint));
        return others.isEmpty()
                ? Check.fail(
                        id, name + " isn't registered.", "Add the redirect URI " + address + ".")
                : Check.fail(
                        id,
                        ("%s isn't registered: the realm, the client or Keycloak's"
                                        + " address had another name when %s was.")
                                .formatted(name, others),
                        "Replace it with the redirect URI " + address + ".");
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
