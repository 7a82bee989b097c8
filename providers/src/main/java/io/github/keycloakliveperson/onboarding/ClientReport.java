package io.github.keycloakliveperson.onboarding;

import io.github.keycloakliveperson.onboarding.check.Check;
import io.github.keycloakliveperson.onboarding.check.SetupChecks;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.List;

/** What the Admin API says about one client, whose id is Keycloak's UUID. */
public record ClientReport(String id, String clientId, Connector connector, List<Check> checks) {

    public static ClientReport of(Setup setup) {
        return new ClientReport(
                setup.client().id(),
                setup.client().clientId(),
                Connector.of(setup),
                SetupChecks.run(setup));
    }
}
