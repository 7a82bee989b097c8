package io.github.keycloakliveperson.it.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Keeps one server for each setup. */
final class RealKeycloakExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KeycloakUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RealKeycloak wish = wishOf(context.getRequiredTestClass());
        return SharedInJvm.get(
                ServerSetup.of(wish), KeycloakRuntime.chosen()::start, KeycloakUnderTest.class);
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
