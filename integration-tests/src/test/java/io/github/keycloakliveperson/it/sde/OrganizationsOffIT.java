package io.github.keycloakliveperson.it.sde;

import static io.github.keycloakliveperson.it.sde.Sde.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that was built without Keycloak's feature. */
@RealKeycloak(options = "--features-disabled=organization")
@Tag("operations")
@DisplayName("K40: on a server without organizations")
class OrganizationsOffIT {

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    @Test
    @DisplayName("a field that asks for one is left out with a reason, and the others stay")
    void off() {
        TestClient client = realm.codeClient("liveperson");
        realm.mapper(
                client,
                CUSTOMER,
                Map.of("accountName", "organization:.name", "currency", "value:EUR"));

        assertThat(
                        new RelyingParty(realm, client)
                                .tokens("consumer")
                                .idTokenClaims()
                                .get("lp_sdes")
                                .toString())
                .isEqualTo("[{\"type\":\"ctmrinfo\",\"info\":{\"currency\":\"EUR\"}}]");
        assertThat(realm.keycloak().log()).contains("organizations are turned off in the realm");
    }
}
