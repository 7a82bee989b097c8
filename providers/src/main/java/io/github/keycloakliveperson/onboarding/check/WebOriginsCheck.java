package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.window.address.WebOrigin;
import io.github.keycloakliveperson.window.embedded.AllowedOrigins;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The pages that may ask for a consumer's sign-in are named one by one. */
final class WebOriginsCheck implements SetupCheck {

    static final String ID = "web-origins";

    private static final String FIX =
            "Add the origin of each page that shows the chat, for example https://www.example.com.";

    @Override
    public Check on(Setup setup) {
        Set<String> origins = new TreeSet<>(setup.client().webOrigins());
        if (origins.contains("*")) {
            return Check.fail(ID, "The web origin * lets any web page ask for tokens.", FIX);
        }
        List<String> wrong = origins.stream().filter(o -> WebOrigin.parse(o).isEmpty()).toList();
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
        AllowedOrigins allowed = AllowedOrigins.of(origins.stream());
        Optional<WebOrigin> own = setup.realm().ownOrigin();
        if (own.isPresent() && allowed.origins().equals(List.of(own.get()))) {
            return Check.pass(
                    ID,
                    "The embedded window works only on pages of Keycloak's own origin. For other"
                            + " pages, add their origins.");
        }
        List<WebOrigin> insecure =
                allowed.origins().stream()
                        .filter(o -> !o.isSecure() && !own.equals(Optional.of(o)))
                        .toList();
        if (!insecure.isEmpty()) {
            return Check.fail(
                    ID,
                    "Others on the network can change these pages, because they are not https: "
                            + listed(insecure)
                            + ".",
                    "Serve them over https and add those origins. Only localhost may be http.");
        }
        return Check.pass(
                ID, "The embedded window works on pages of " + listed(allowed.origins()) + ".");
    }

    private static String listed(List<WebOrigin> origins) {
        return origins.stream().map(WebOrigin::value).collect(Collectors.joining(", "));
    }
}
