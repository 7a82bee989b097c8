package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.it.harness.SharedInJvm;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps one cluster. */
final class RealClusterExtension implements ParameterResolver {

    /** Servers of a few minutes start faster without the optimizing compiler. */
    private static final String JVM_ARGUMENTS = "-XX:TieredStopAtLevel=1";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedInJvm.get(Cluster.class, type -> start(), Cluster.class);
    }

    private static Cluster start() {
        try {
            return Cluster.start(JVM_ARGUMENTS);
        } catch (Exception e) {
            throw new IllegalStateException("There is no cluster", e);
        }
    }
}
