package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.Viewer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that is looked at.
 *
 * @param bearsOn the setups that it applies to
 * @param shownTo who sees its details
 */
record SetupCheck(
        String id,
        Predicate<Setup> bearsOn,
        Predicate<Viewer> shownTo,
        Function<Setup, Finding> look) {

    /** One for every client and everybody. */
    static SetupCheck of(String id, Function<Setup, Finding> look) {
        return new SetupCheck(id, setup -> true, viewer -> true, look);
    }

    SetupCheck where(Predicate<Setup> which) {
        return new SetupCheck(id, which, shownTo, look);
    }

    /** As Keycloak's own admin API, which hides realm settings and profile from some admins. */
    SetupCheck forThose(Predicate<Viewer> who) {
        return new SetupCheck(id, bearsOn, who, look);
    }

    Check on(Setup setup) {
        var found = look.apply(setup);
        if (shownTo.test(setup.viewer())) {
            return new Check(id, found.status(), found.message(), found.fix(), found.repair());
        }
        return new Check(
                id,
                found.status(),
                "This check needs realm settings that you may not view.",
                found.fix().isEmpty() ? "" : "Ask an admin who may view the realm's settings.");
    }
}
