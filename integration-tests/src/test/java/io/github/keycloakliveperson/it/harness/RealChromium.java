package io.github.keycloakliveperson.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a real Chromium as a parameter of type {@link
 * com.microsoft.playwright.Browser}, shared by all.
 *
 * <p>Without Chromium the class is skipped, with the reason; where the environment has {@code
 * CI=true} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealChromiumExtension.class)
public @interface RealChromium {}
