package io.github.keycloakliveperson.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that drives a program from elsewhere. Where it isn't installed the class is skipped,
 * with the reason and the command that installs it; with {@code -Dforeign.tools=required}, as in
 * continuous integration, it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InstalledCondition.class)
public @interface ForeignTool {

    /** Files that are there once it is installed; relative ones from the project's top. */
    String[] needs();

    /** How it is installed. */
    String install();
}
