package io.github.keycloakliveperson.onboarding;

import io.github.keycloakliveperson.onboarding.check.SetupChecks;
import io.github.keycloakliveperson.onboarding.check.Status;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.List;

/** What the Admin API says about a realm's LivePerson clients. */
public record Overview(String version, List<Entry> clients) {

    /** One client in short: Keycloak's UUID, client id, and the worst that a check found. */
    public record Entry(String id, String clientId, Status status) {

        public static Entry of(Setup setup) {
            return new Entry(
                    setup.client().id(),
                    setup.client().clientId(),
                    Status.worstOf(SetupChecks.run(setup)));
        }
    }
}
