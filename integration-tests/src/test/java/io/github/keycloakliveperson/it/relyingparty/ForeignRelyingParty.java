package io.github.keycloakliveperson.it.relyingparty;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that drives a relying party from elsewhere. Where it isn't installed the class is
 * skipped, with the reason and the command that installs it; with {@code
 * -Drelying.parties=required}, as in continuous integration, it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InstalledCondition.class)
@interface ForeignRelyingParty {

    /** Files that are there once it is installed; relative ones from the project's top. */
    String[] needs();

    /** How it is installed. */
    String install();
}
