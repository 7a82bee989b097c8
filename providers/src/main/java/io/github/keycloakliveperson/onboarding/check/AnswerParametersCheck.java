package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.List;

/** Keycloak adds nothing of its own to the answer at the window (K14). */
final class AnswerParametersCheck implements SetupCheck {

    static final String ID = "answer-parameters";

    private static final List<String> ATTRIBUTES =
            List.of(
                    "exclude.session.state.from.auth.response",
                    "exclude.issuer.from.auth.response");

    @Override
    public Check on(Setup setup) {
        List<String> missing =
                ATTRIBUTES.stream()
                        .filter(name -> !"true".equals(setup.client().attribute(name)))
                        .toList();
        if (!missing.isEmpty()) {
            return Check.warn(
                    ID,
                    "Keycloak adds session_state or iss to its answers, and LivePerson's window"
                            + " repeats them in its next request.",
                    "Under Advanced, OpenID Connect Compatibility Modes, turn on: "
                            + String.join(", ", missing)
                            + ".");
        }
        return Check.pass(ID, "Keycloak adds neither session_state nor iss to its answers.");
    }
}
