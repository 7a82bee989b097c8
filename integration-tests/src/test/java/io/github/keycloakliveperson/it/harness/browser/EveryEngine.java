package io.github.keycloakliveperson.it.harness.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test once in each engine, which it is given as its parameter. Chromium alone runs with
 * every build: the others, {@code -Dit.engines}, have their own run, because they take minutes and
 * don't differ between servers. (Not {@code @ParameterizedClass}: Surefire 3.5.4 counts no failures
 * in one.)
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("engines")
@ParameterizedTest(name = "in {0}")
@ArgumentsSource(EngineArguments.class)
public @interface EveryEngine {}
