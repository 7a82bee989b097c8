package io.github.keycloakliveperson.keycloak.admin;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.LivePersonFactory;
import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Puts {@link AdminEndpoints} at {@code /admin/realms/{realm}/liveperson}. */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class AdminEndpointsFactory
        implements AdminRealmResourceProviderFactory,
                LivePersonFactory<AdminRealmResourceProvider> {

    public static final String PROVIDER_ID = LivePersonAddresses.SEGMENT;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    /**
     * Implements Keycloak's interface at run time, since the type of its {@code getResource}'s
     * third parameter moved to another package between the versions that this JAR runs on.
     */
    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        var type = AdminRealmResourceProvider.class;
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answer(proxy, method, arguments)));
    }

    private static Object answer(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getResource" -> resource(method.getParameterTypes()[2], arguments);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> PROVIDER_ID;
            default -> null; // close() has nothing to do
        };
    }

    private static AdminEndpoints resource(Class<?> evaluatorType, Object[] arguments) {
        return new AdminEndpoints(
                (KeycloakSession) arguments[0],
                (RealmModel) arguments[1],
                new ClientPermissions(evaluatorType, arguments[2]),
                (AdminEventBuilder) arguments[3]);
    }
}
