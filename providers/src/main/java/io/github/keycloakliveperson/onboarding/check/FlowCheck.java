package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.Check;
import io.github.keycloakliveperson.onboarding.ClientSettings.Grants;
import io.github.keycloakliveperson.onboarding.Setup;
import java.util.ArrayList;
import java.util.List;

/** Exactly one of LivePerson's two flows is on, and nothing that LivePerson never uses. */
final class FlowCheck implements SetupCheck {

    static final String ID = "flow";

    @Override
    public Check on(Setup setup) {
        Grants grants = setup.client().grants();
        if (!grants.code() && !grants.implicit()) {
            return Check.fail(
                    ID,
                    "Neither the standard (code) flow nor the implicit flow is on.",
                    "Switch on the one that LivePerson's form says under authentication type.");
        }
        List<String> needless = new ArrayList<>();
        if (grants.code() && grants.implicit()) {
            needless.add("Implicit flow");
        }
        if (grants.direct()) {
            needless.add("Direct access grants");
        }
        if (grants.serviceAccount()) {
            needless.add("Service accounts roles");
        }
        if (!needless.isEmpty()) {
            return Check.warn(
                    ID,
                    "The client may do what LivePerson never asks for: "
                            + String.join(", ", needless)
                            + ".",
                    "Switch off: " + String.join(", ", needless) + ".");
        }
        return Check.pass(
                ID,
                grants.isImplicit()
                        ? "The implicit flow is on, and nothing else."
                        : "The code flow is on, and nothing else.");
    }
}
