package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.onboarding.setup.Viewer;
import java.lang.reflect.InvocationTargetException;
import org.keycloak.models.ClientModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Keycloak's own permissions on clients, fine-grained ones included. Its evaluator is called by
 * name, because the interface moved to another package between the versions that this JAR runs on;
 * the methods are the same in all of them.
 */
record ClientPermissions(Class<?> type, Object evaluator) {

    void requireList() {
        onClients("requireList");
    }

    boolean canList() {
        return (boolean) onClients("canList");
    }

    boolean canView(ClientModel client) {
        return (boolean) onClients("canView", client);
    }

    void requireView(ClientModel client) {
        onClients("requireView", client);
    }

    void requireManage() {
        onClients("requireManage");
    }

    /** As the stock admin API before it updates a client. */
    void requireConfigure(ClientModel client) {
        onClients("requireConfigure", client);
    }

    Viewer viewer() {
        var realm = may("realm", "canViewRealm");
        return new Viewer(
                realm, realm || may("users", "canQuery"), may("clients", "canViewClientScopes"));
    }

    AdminAuth admin() {
        return (AdminAuth) call(type, evaluator, "adminAuth");
    }

    private boolean may(String part, String method) {
        return (boolean) call(returnType(part), call(type, evaluator, part), method);
    }

    private Object onClients(String method, ClientModel... client) {
        Object clients = call(type, evaluator, "clients");
        return call(returnType("clients"), clients, method, client);
    }

    private Class<?> returnType(String method) {
        try {
            return type.getMethod(method).getReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Class<?> type, Object target, String name, ClientModel... client) {
        try {
            var method =
                    client.length == 0
                            ? type.getMethod(name)
                            : type.getMethod(name, ClientModel.class);
            return method.invoke(target, (Object[]) client);
        } catch (InvocationTargetException e) {
            // Keycloak's 403 for one; its checks throw unchecked exceptions only
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Keycloak has no " + type + "." + name, e);
        }
    }
}
