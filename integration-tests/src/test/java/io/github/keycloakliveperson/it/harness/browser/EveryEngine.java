package io.github.keycloakliveperson.it.harness.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test once in each engine, which it is given as its parameter. The engines don't differ
 * between servers: on an older Keycloak Chromium stands for all. (Not {@code @ParameterizedClass}:
 * Surefire 3.5.4 counts no failures in one.)
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "in {0}")
@ArgumentsSource(EngineArguments.class)
public @interface EveryEngine {}
