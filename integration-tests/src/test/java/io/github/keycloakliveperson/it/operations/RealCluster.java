package io.github.keycloakliveperson.it.operations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a parameter of type {@link Cluster}. All classes share it; each leaves both
 * nodes running.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("operations")
@ExtendWith(RealClusterExtension.class)
@interface RealCluster {}
