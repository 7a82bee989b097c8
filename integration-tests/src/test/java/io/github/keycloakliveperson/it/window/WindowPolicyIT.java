package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;

/** Client policies that were made stricter after the client was registered. */
@RealKeycloak
@Tag("core")
@DisplayName("The realm's client policies")
class WindowPolicyIT {

    @AutoClose private static TestRealm realm;
    private static WindowClient code;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak, r -> r.setEventsEnabled(true));
        code = WindowClient.code(realm, "code", Map.of());
        realm.user("consumer", Map.of());
    }

    @Test
    @DisplayName("see the window's address, and can refuse it with a page")
    void domains() {
        permit("https://chat.brand.example");
        realm.admin().clearEvents();

        Reply refused = new ConsumerBrowser().get(code.rfc("code", STATE, ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Location")).isEmpty();
        assertThat(refused.body()).contains("is not known to us");
        assertThat(realm.admin().getEvents())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.getError()).isEqualTo("invalid_redirect_uri");
                            assertThat(event.getDetails().get("reason")).contains("client policy");
                        });

        permit("lpcdn.lpsnmedia.net");
        assertThat(code.window(new ConsumerBrowser(), code.rfc("code", STATE, "")))
                .startsWith(WINDOW + "?code=");
    }

    private static void permit(String domain) {
        enforce(
                "secure-redirect-uris-enforcer",
                Map.of(
                        "allow-permitted-domains", List.of(domain),
                        "allow-ipv4-loopback-address", true,
                        "allow-ipv6-loopback-address", true,
                        "allow-http-scheme", true));
    }

    private static void enforce(String executor, Map<String, Object> configuration) {
        ClientPolicyExecutorRepresentation rule = new ClientPolicyExecutorRepresentation();
        rule.setExecutorProviderId(executor);
        rule.setConfiguration(new ObjectMapper().valueToTree(configuration));
        ClientProfileRepresentation profile = new ClientProfileRepresentation();
        profile.setName("strict");
        profile.setExecutors(List.of(rule));
        ClientProfilesRepresentation profiles = new ClientProfilesRepresentation();
        profiles.setProfiles(List.of(profile));
        realm.admin().clientPoliciesProfilesResource().updateProfiles(profiles);

        ClientPolicyConditionRepresentation anyClient = new ClientPolicyConditionRepresentation();
        anyClient.setConditionProviderId("any-client");
        anyClient.setConfiguration(new ObjectMapper().createObjectNode());
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName("strict");
        policy.setEnabled(true);
        policy.setConditions(List.of(anyClient));
        policy.setProfiles(List.of("strict"));
        ClientPoliciesRepresentation policies = new ClientPoliciesRepresentation();
        policies.setPolicies(List.of(policy));
        realm.admin().clientPoliciesPoliciesResource().updatePolicies(policies);
    }
}
