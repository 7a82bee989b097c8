package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.List;
import java.util.regex.Pattern;

/** Every redirect URI is registered exactly: codes and tokens go nowhere else (K9). */
final class RedirectUrisCheck implements SetupCheck {

    static final String ID = "redirect-uris";

    /** http, and not on the same machine, as in a demo. */
    private static final Pattern OPEN =
            Pattern.compile(
                    "^http://(?!(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?:[:/?#]|$))",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public Check on(Setup setup) {
        List<String> uris = setup.client().redirectUris();
        List<String> unfilled = uris.stream().filter(uri -> uri.contains("${")).toList();
        if (!unfilled.isEmpty()) {
            return Check.fail(
                    ID,
                    "The template's placeholder is still there: "
                            + String.join(", ", unfilled)
                            + ".",
                    "Replace it with the realm's name.");
        }
        List<String> wild = uris.stream().filter(uri -> uri.contains("*")).toList();
        if (!wild.isEmpty()) {
            return Check.fail(
                    ID,
                    "Redirect URIs with a wildcard: " + String.join(", ", wild) + ".",
                    "Register the exact addresses instead.");
        }
        List<String> readable =
                uris.stream()
                        .filter(uri -> OPEN.matcher(uri).find())
                        // Of Keycloak's own, the issuer's check tells
                        .filter(uri -> !uri.startsWith(setup.realm().frontendBase() + "/"))
                        .toList();
        if (!readable.isEmpty()) {
            return Check.warn(
                    ID,
                    "Redirect URIs without TLS: " + String.join(", ", readable) + ".",
                    "Register https addresses. Otherwise others on the network can read codes and"
                            + " tokens.");
        }
        return Check.pass(ID, "Every redirect URI is registered exactly.");
    }
}
