package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.BrandOrigin;
import io.github.keycloakliveperson.onboarding.Check;
import io.github.keycloakliveperson.onboarding.Setup;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The pages that may ask for a consumer's sign-in are named one by one. */
final class WebOriginsCheck implements SetupCheck {

    static final String ID = "web-origins";

    private static final String FIX =
            "Put in the origin of each page that shows the chat, https://www.example.com for one.";

    @Override
    public Check on(Setup setup) {
        Set<String> origins = new TreeSet<>(setup.client().webOrigins());
        if (origins.contains("*")) {
            return Check.fail(
                    ID, "The web origin * lets every page of the web ask for tokens.", FIX);
        }
        List<String> wrong = origins.stream().filter(o -> !isOrigin(o)).toList();
        if (!wrong.isEmpty()) {
            return Check.fail(
                    ID, "No origins named in full: " + String.join(", ", wrong) + ".", FIX);
        }
        if (origins.isEmpty()) {
            return Check.warn(
                    ID,
                    "No web origin is registered, so only the external window can sign in.",
                    FIX);
        }
        if (origins.equals(Set.of(BrandOrigin.of(setup.realm().frontendBase())))) {
            return Check.pass(
                    ID,
                    "The embedded window works on pages of Keycloak's own origin only. For other"
                            + " pages, put in their origins.");
        }
        return Check.pass(
                ID, "The embedded window works on pages of " + String.join(", ", origins) + ".");
    }

    private static boolean isOrigin(String origin) {
        try {
            return BrandOrigin.parse(origin).equals(origin);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
