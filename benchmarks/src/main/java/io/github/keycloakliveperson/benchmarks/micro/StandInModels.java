package io.github.keycloakliveperson.benchmarks.micro;

import io.github.keycloakliveperson.benchmarks.server.Template;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.UserModelDelegate;

/**
 * The part of Keycloak's models that the mappers use. What they call once for each token is a
 * {@link Proxy}, which costs a little more than the real thing; what they call for each field is
 * not.
 */
final class StandInModels {

    private static final String NAME = "brand";

    private final Map<String, List<String>> attributes = attributes();
    private final UserModel user =
            new UserModelDelegate(null) {
                @Override
                public Stream<String> getAttributeStream(String name) {
                    return attributes.getOrDefault(name, List.of()).stream();
                }

                @Override
                public String getEmail() {
                    return attributes.get(UserModel.EMAIL).get(0);
                }

                @Override
                public boolean isEmailVerified() {
                    return true;
                }

                @Override
                public Stream<org.keycloak.models.GroupModel> getGroupsStream() {
                    return Stream.empty();
                }
            };
    private final UserSessionModel userSession =
            standIn(UserSessionModel.class, (proxy, method, arguments) -> user);
    private final RealmModel realm =
            standIn(
                    RealmModel.class,
                    (proxy, method, arguments) -> method.getName().equals("getName") ? NAME : null);
    private final ClientModel client =
            standIn(
                    ClientModel.class,
                    (proxy, method, arguments) ->
                            switch (method.getName()) {
                                case "getClientId" -> NAME;
                                case "getRealm" -> realm;
                                default -> null;
                            });
    private final AuthenticatedClientSessionModel clientSession =
            standIn(AuthenticatedClientSessionModel.class, (proxy, method, arguments) -> client);
    private final ClientSessionContext context =
            standIn(ClientSessionContext.class, (proxy, method, arguments) -> clientSession);

    /** A request's session, which remembers attributes. */
    KeycloakSession session() {
        Map<Object, Object> remembered = new HashMap<>(4);
        return standIn(
                KeycloakSession.class,
                (proxy, method, arguments) ->
                        method.getName().equals("setAttribute")
                                ? remembered.put(arguments[0], arguments[1])
                                : remembered.get(arguments[0]));
    }

    UserSessionModel userSession() {
        return userSession;
    }

    ClientSessionContext context() {
        return context;
    }

    private static Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new HashMap<>();
        var consumer = Template.consumer();
        for (var name : List.of("username", "firstName", "lastName", "email")) {
            attributes.put(name, List.of(consumer.path(name).asText()));
        }
        consumer.path("attributes")
                .properties()
                .forEach(
                        attribute ->
                                attributes.put(
                                        attribute.getKey(),
                                        StreamSupport.stream(
                                                        attribute.getValue().spliterator(), false)
                                                .map(value -> value.asText())
                                                .toList()));
        return attributes;
    }

    private static <T> T standIn(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
