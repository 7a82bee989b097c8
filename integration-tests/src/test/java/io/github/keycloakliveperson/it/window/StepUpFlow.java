package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A realm with two levels: silver asks for name and password, gold for the password once more. */
final class StepUpFlow {

    private static final String FLOW = "step-up";

    private final AuthenticationManagementResource flows;

    private StepUpFlow(AuthenticationManagementResource flows) {
        this.flows = flows;
    }

    static void installIn(TestRealm realm) {
        new StepUpFlow(realm.admin().flows()).create();
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.setBrowserFlow(FLOW);
        settings.getAttributes().put("acr.loa.map", "{\"silver\":\"1\",\"gold\":\"2\"}");
        realm.admin().update(settings);
    }

    private void create() {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(FLOW);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        try (Response made = flows.createFlow(flow)) {
            assertThat(made.getStatus()).isEqualTo(201);
        }
        step(FLOW, "auth-cookie", "ALTERNATIVE");
        subflow(FLOW, "step-up-forms", "ALTERNATIVE");
        level("step-up-forms", "silver", "1", "auth-username-password-form");
        level("step-up-forms", "gold", "2", "auth-password-form");
    }

    private void level(String parent, String name, String level, String authenticator) {
        subflow(parent, name, "CONDITIONAL");
        String condition = step(name, "conditional-level-of-authentication", "REQUIRED");
        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias(name + " level");
        config.setConfig(Map.of("loa-condition-level", level, "loa-max-age", "36000"));
        try (Response made = flows.newExecutionConfig(condition, config)) {
            assertThat(made.getStatus()).isEqualTo(201);
        }
        step(name, authenticator, "REQUIRED");
    }

    private void subflow(String parent, String name, String requirement) {
        flows.addExecutionFlow(
                parent, Map.of("alias", name, "type", "basic-flow", "description", name));
        require(parent, requirement);
    }

    private String step(String parent, String authenticator, String requirement) {
        flows.addExecution(parent, Map.of("provider", authenticator));
        return require(parent, requirement);
    }

    /** Sets the requirement of what was added last, and returns its id. */
    private String require(String parent, String requirement) {
        AuthenticationExecutionInfoRepresentation last =
                flows.getExecutions(parent).stream()
                        .filter(step -> step.getLevel() == 0)
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
        last.setRequirement(requirement);
        flows.updateExecutions(parent, last);
        return last.getId();
    }
}
