package io.github.keycloakliveperson;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Keycloak's models and sessions, made by hand. */
public final class Models {

    private Models() {}

    /** One with the answers of this handler. */
    public static <T> T model(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** One that answers these methods, and fails the test at any other. */
    public static <T> T knowing(Class<T> type, Map<String, ?> answers) {
        return model(
                type,
                (proxy, method, arguments) -> {
                    if (answers.containsKey(method.getName())) {
                        return answers.get(method.getName());
                    }
                    throw new AssertionError(method);
                });
    }

    /** One on which nothing is set but this. */
    public static <T> T withOnly(Class<T> type, Map<String, ?> answers) {
        return model(
                type,
                (proxy, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    if (answer != null) {
                        return answer;
                    }
                    Class<?> returned = method.getReturnType();
                    return returned == boolean.class ? false : returned == int.class ? 0 : null;
                });
    }
}
