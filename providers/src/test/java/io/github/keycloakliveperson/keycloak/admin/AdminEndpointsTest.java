package io.github.keycloakliveperson.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
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

/** No executor that Keycloak brings along refuses a view, so a stand-in does. */
@DisplayName("An admin who looks at a client")
class AdminEndpointsTest {

    private final List<ClientPolicyEvent> events = new ArrayList<>();
    private boolean mayView = true;

    @Test
    @DisplayName("is shown to client policies, as by Keycloak's own admin API, and may be refused")
    void refused() {
        assertThatThrownBy(() -> endpoints().client("id")).isInstanceOf(Refused.class);
        assertThat(events).containsExactly(ClientPolicyEvent.VIEW);
    }

    @Test
    @DisplayName("is no event for policies without Keycloak's permission")
    void forbidden() {
        mayView = false;

        assertThatThrownBy(() -> endpoints().client("id")).isInstanceOf(Refused.class);
        assertThat(events).isEmpty();
    }

    private AdminEndpoints endpoints() {
        RealmModel realm = answering(RealmModel.class, "getClientById", client());
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
        KeycloakContext context = answering(KeycloakContext.class, "setClient", null);
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
        return model(
                ClientModel.class,
                (proxy, method, arguments) -> {
                    throw new AssertionError(method);
                });
    }

    private static <T> T answering(Class<T> type, String name, Object answer) {
        return model(
                type,
                (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        return answer;
                    }
                    throw new AssertionError(method);
                });
    }

    private static <T> T model(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** In place of exceptions that want a JAX-RS server around them. */
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
