package io.github.keycloakliveperson.it.harness.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The engines for {@link EveryEngine}: those that {@code it.engines} names. */
final class EngineArguments implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of(System.getProperty("it.engines").split(","))
                .map(Engine::valueOf)
                .map(Arguments::of);
    }
}
