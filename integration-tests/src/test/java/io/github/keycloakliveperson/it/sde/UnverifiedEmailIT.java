package io.github.keycloakliveperson.it.sde;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;

/** A consumer who types another's address, as the account console lets them. */
@Tag("core")
@RealKeycloak
@DisplayName("L9: an e-mail address reaches the agent only if it is verified")
class UnverifiedEmailIT {

    private static final String PERSONAL = "oidc-liveperson-personal-info-mapper";
    private static final String TYPED = "ceo@victim.example";

    @InjectRealm private static TestRealm realm;

    @BeforeAll
    static void setUp() {
        String id = realm.user("consumer", Map.of());
        UserResource user = realm.admin().users().get(id);
        UserRepresentation changed = user.toRepresentation();
        changed.setEmail(TYPED);
        changed.setEmailVerified(false);
        user.update(changed);
    }

    @Test
    @DisplayName("it is left out by default, and the log names field and reason, not the address")
    void unverified() {
        assertThat(sdes(Map.of("email", "email", "firstname", "firstName")))
                .contains("Test")
                .doesNotContain(TYPED);
        assertThat(realm.keycloak().log())
                .contains("address, which is not verified, and verified.only is on")
                .doesNotContain(TYPED);
    }

    @Test
    @DisplayName("it is sent if the mapper's setting allows it")
    void allowed() {
        assertThat(sdes(Map.of("email", "email", "verified.only", "false"))).contains(TYPED);
    }

    private static String sdes(Map<String, String> config) {
        TestClient client = realm.codeClient("client-" + config.size() + config.hashCode());
        realm.mapper(client, PERSONAL, config);
        return new RelyingParty(realm, client)
                .tokens("consumer")
                .idTokenClaims()
                .path("lp_sdes")
                .toString();
    }
}
