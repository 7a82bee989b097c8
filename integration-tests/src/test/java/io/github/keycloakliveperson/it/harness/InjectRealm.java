package io.github.keycloakliveperson.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a static field of a {@link RealKeycloak} test class a {@link TestRealm} of the class's own
 * before its first test, and deletes it after the last.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InjectRealm {

    /** Users without attributes that the realm has from the beginning. */
    String[] users() default {};
}
