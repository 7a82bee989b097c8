package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.Check;
import io.github.keycloakliveperson.onboarding.Setup;
import java.util.List;

/** Every redirect URI is registered exactly: codes and tokens go nowhere else (K9). */
final class RedirectUrisCheck implements SetupCheck {

    static final String ID = "redirect-uris";

    @Override
    public Check on(Setup setup) {
        List<String> uris = setup.client().redirectUris();
        List<String> unfilled = uris.stream().filter(uri -> uri.contains("${")).toList();
        if (!unfilled.isEmpty()) {
            return Check.fail(
                    ID,
                    "The template's placeholder is still in: " + String.join(", ", unfilled) + ".",
                    "Put the realm's name in its place.");
        }
        List<String> wild = uris.stream().filter(uri -> uri.contains("*")).toList();
        if (!wild.isEmpty()) {
            return Check.fail(
                    ID,
                    "Redirect URIs with a wildcard: " + String.join(", ", wild) + ".",
                    "Register the exact addresses instead.");
        }
        return Check.pass(ID, "Every redirect URI is registered exactly.");
    }
}
