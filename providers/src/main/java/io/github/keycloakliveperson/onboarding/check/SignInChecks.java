package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Repair;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.List;
import java.util.stream.Collectors;

/** How consumers sign in, and for how long. */
final class SignInChecks {

    private static final long LEAST = 3_600;
    private static final long MOST = 86_400;
    private static final List<String> EXCLUDED =
            List.of(
                    "exclude.session.state.from.auth.response",
                    "exclude.issuer.from.auth.response");

    private SignInChecks() {}

    /** Keycloak adds nothing of its own to the answer at the window (K14). */
    static Finding answerParameters(Setup setup) {
        var missing =
                EXCLUDED.stream()
                        .filter(name -> !"true".equals(setup.client().attribute(name)))
                        .toList();
        return missing.isEmpty()
                ? Finding.pass("Keycloak adds neither session_state nor iss to its answers.")
                : Finding.warn(
                                "Keycloak adds session_state or iss to its answers, and LivePerson's window"
                                        + " repeats them in its next request.",
                                "Under Advanced, OpenID Connect Compatibility Modes, turn on: "
                                        + String.join(", ", missing)
                                        + ".")
                        .repairedBy(
                                Repair.attributes(
                                        missing.stream()
                                                .collect(Collectors.toMap(n -> n, n -> "true"))));
    }

    /** {@code exp} is soon enough to notice a sign-out, and not so soon that chats stall (L7). */
    static Finding lifespan(Setup setup) {
        var window = setup.window();
        if (window.isEmpty()) {
            return Finding.warn(
                    "Without the messaging window mapper, ID tokens expire as early as access"
                            + " tokens.",
                    "Add the mapper.");
        }
        long seconds = WindowMapperConfig.from(window.get().config()).lifespan();
        var live = "ID tokens live for " + seconds + " seconds";
        if (seconds < LEAST || seconds > MOST) {
            return Finding.warn(
                    live + ". LivePerson's brands use 3600 to 86400.",
                    "Set ID token lifespan in the messaging window mapper to 3600 to 86400"
                            + " seconds.");
        }
        var sso = setup.realm().ssoMaxSeconds();
        return sso > 0 && seconds > sso
                ? Finding.warn(
                        "%s, but the SSO session ends after %s, and the tokens end with it."
                                .formatted(live, sso),
                        "Lengthen SSO Session Max under Realm settings, Sessions, or shorten ID"
                                + " token lifespan in the messaging window mapper.")
                : Finding.pass(live + ".");
    }

    /** The role that consumers need can be theirs: nobody has one that doesn't exist. */
    static Finding requiredRole(Setup setup) {
        var role = setup.requiredRole();
        if (role.isEmpty()) {
            return Finding.pass("Every consumer may message.");
        }
        var name = "the role \"" + role.get().name() + "\"";
        return role.get().exists()
                ? Finding.pass("Only consumers with " + name + " may message.")
                : Finding.fail(
                        "No consumer may message, because " + name + " doesn't exist.",
                        "Create it, or select another Required role in the messaging window"
                                + " mapper.");
    }

    /** Guessing consumers' passwords is slowed down. */
    static Finding bruteForce(Setup setup) {
        return setup.realm().bruteForceProtected()
                ? Finding.pass("The realm slows down password guessing.")
                : Finding.warn(
                        "The realm doesn't slow down password guessing.",
                        "Turn on brute force detection under Realm settings, Security defenses.");
    }
}
