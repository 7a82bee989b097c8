package io.github.keycloakliveperson.onboarding;

import io.github.keycloakliveperson.onboarding.check.Check;
import io.github.keycloakliveperson.onboarding.check.SetupChecks;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.List;

/**
 * What the Admin API says about one client.
 *
 * @param id Keycloak's UUID
 * @param clientId the OAuth client id
 * @param connector the values of LivePerson's form
 * @param checks what the checks found
 */
public record ClientReport(String id, String clientId, Connector connector, List<Check> checks) {

    /** Looks at a client. */
    public static ClientReport of(Setup setup) {
        return new ClientReport(
                setup.client().id(),
                setup.client().clientId(),
                Connector.of(setup),
                SetupChecks.run(setup));
    }
}
