package io.github.keycloakliveperson.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class against a real Keycloak with the packaged JAR, given to it as a parameter of
 * type {@link KeycloakUnderTest}. Classes that ask for the same configuration share the server,
 * which stops with the JVM's tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealKeycloakExtension.class)
public @interface RealKeycloak {

    /** Further options of the start command. */
    String[] options() default {};

    /** Environment variables, each {@code NAME=value}. */
    String[] environment() default {};

    /** Realm files to import at start, relative to the project's top. */
    String[] realms() default {};

    /** Further provider JARs, relative to the project's top. */
    String[] providers() default {};

    /** Whether our JAR is installed. */
    boolean withExtension() default true;
}
