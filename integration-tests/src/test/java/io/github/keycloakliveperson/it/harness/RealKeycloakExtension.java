package io.github.keycloakliveperson.it.harness;

import java.lang.reflect.Field;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/** Keeps one server for each setup, and a realm for each test class that wants one. */
final class RealKeycloakExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace REALMS = Namespace.create(RealKeycloakExtension.class);

    /** JUnit's store closes what it holds after the class's last test. */
    @Override
    public void beforeAll(ExtensionContext context) throws IllegalAccessException {
        Class<?> test = context.getRequiredTestClass();
        for (Field field :
                AnnotationSupport.findAnnotatedFields(
                        test, InjectRealm.class, ModifierSupport::isStatic)) {
            TestRealm realm = TestRealm.create(keycloakOf(test));
            context.getStore(REALMS).put(field, realm);
            field.setAccessible(true);
            field.set(null, realm);
            for (String user : field.getAnnotation(InjectRealm.class).users()) {
                realm.user(user, Map.of());
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KeycloakUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return keycloakOf(context.getRequiredTestClass());
    }

    private static KeycloakUnderTest keycloakOf(Class<?> test) {
        return SharedInJvm.get(
                ServerSetup.of(wishOf(test)),
                KeycloakRuntime.chosen()::start,
                KeycloakUnderTest.class);
    }

    private static RealKeycloak wishOf(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            var wish = AnnotationSupport.findAnnotation(type, RealKeycloak.class);
            if (wish.isPresent()) {
                return wish.get();
            }
        }
        throw new IllegalStateException(testClass + " has no @RealKeycloak");
    }
}
