package io.github.keycloakliveperson.it.harness.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The engines for {@link EveryEngine}. */
final class EngineArguments implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context) {
        String newest = System.getProperty("keycloak.newest");
        return Stream.of(Engine.values())
                .filter(
                        engine ->
                                engine == Engine.CHROMIUM
                                        || newest.equals(System.getProperty("keycloak.version")))
                .map(Arguments::of);
    }
}
