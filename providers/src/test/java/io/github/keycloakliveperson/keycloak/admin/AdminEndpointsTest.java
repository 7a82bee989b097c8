package io.github.keycloakliveperson.keycloak.admin;

import static io.github.keycloakliveperson.Models.knowing;
import static io.github.keycloakliveperson.Models.model;
import static io.github.keycloakliveperson.Models.withOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.services.resources.admin.AdminAuth;

/** None of Keycloak's own executors refuses a view, so a fake one does. */
@DisplayName("An admin who looks at a client")
class AdminEndpointsTest {

    private final List<ClientPolicyEvent> events = new ArrayList<>();
    private boolean mayView = true;

    @Test
    @DisplayName(
            "is reported to client policies, as by Keycloak's own admin API, and may "
                    + "be refused")
    void refused() {
        assertThatThrownBy(() -> endpoints().client("id")).isInstanceOf(Refused.class);
        assertThat(events).containsExactly(ClientPolicyEvent.VIEW);
    }

    @Test
    @DisplayName("is not reported to policies without Keycloak's permission")
    void forbidden() {
        mayView = false;

        assertThatThrownBy(() -> endpoints().client("id")).isInstanceOf(Refused.class);
        assertThat(events).isEmpty();
    }

    private AdminEndpoints endpoints() {
        RealmModel realm = knowing(RealmModel.class, Map.of("getClientById", client()));
        return new AdminEndpoints(
                session(), realm, new ClientPermissions(Evaluator.class, new Evaluator()), null);
    }

    private KeycloakSession session() {
        ClientPolicyManager policies =
                model(
                        ClientPolicyManager.class,
                        (proxy, method, arguments) -> {
                            events.add(((ClientPolicyContext) arguments[0]).getEvent());
                            throw new Refused();
                        });
        KeycloakContext context = withOnly(KeycloakContext.class, Map.of());
        return model(
                KeycloakSession.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "clientPolicy" -> policies;
                            case "getContext" -> context;
                            default -> throw new AssertionError(method);
                        });
    }

    private static ClientModel client() {
        return knowing(ClientModel.class, Map.of());
    }

    /** In place of exceptions that need a JAX-RS server. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What {@link ClientPermissions} calls by name. */
    public class Evaluator {

        /** The admin. */
        public AdminAuth adminAuth() {
            return null;
        }

        /** The permissions on clients. */
        public Clients clients() {
            return new Clients();
        }
    }

    /** Permissions on clients. */
    public class Clients {

        /** Throws unless the test allows it. */
        public void requireView(ClientModel client) {
            if (!mayView) {
                throw new Refused();
            }
        }
    }
}
