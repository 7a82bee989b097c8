package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.ArrayList;
import java.util.List;

/**
 * LivePerson's own redirect URIs are registered: the three spellings of its default (L21) and a
 * window page (L24), which older accounts have at another address.
 */
final class LivePersonRedirectsCheck implements SetupCheck {

    static final String ID = "liveperson-redirects";

    /** Only in older documents of LivePerson's (L21). */
    private static final String OLDER_DEFAULT = "https://liveperson.net/oauth2/code_redirect";

    private static final List<String> DEFAULTS =
            List.of("https://liveperson.net", "https://liveperson.net/", OLDER_DEFAULT);
    private static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";

    @Override
    public Check on(Setup setup) {
        List<String> uris = setup.client().redirectUris();
        List<String> missing = new ArrayList<>(DEFAULTS);
        missing.removeAll(uris);
        if (uris.stream().noneMatch(uri -> isWindow(uri, setup))) {
            missing.add(WINDOW);
        }
        if (missing.equals(List.of(OLDER_DEFAULT))) {
            return Check.warn(
                    ID,
                    "The redirect URI of older LivePerson accounts is not registered.",
                    "Add the redirect URI " + OLDER_DEFAULT + ".");
        }
        if (!missing.isEmpty()) {
            return Check.fail(
                    ID,
                    "LivePerson's redirect URIs are not all registered.",
                    "Add the redirect URIs " + String.join(", ", missing) + ".");
        }
        return Check.pass(ID, "LivePerson's redirect URIs are registered.");
    }

    private static boolean isWindow(String uri, Setup setup) {
        return uri.equals(WINDOW)
                || !DEFAULTS.contains(uri)
                        && !uri.contains("*")
                        && uri.startsWith("http")
                        && !uri.startsWith(setup.realm().frontendBase() + "/");
    }
}
