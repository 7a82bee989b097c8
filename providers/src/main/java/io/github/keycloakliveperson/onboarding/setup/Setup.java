package io.github.keycloakliveperson.onboarding.setup;

import io.github.keycloakliveperson.idtoken.EncryptionReadiness;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that the connector values and the checks of one client need.
 *
 * @param encryption the state of its encryption mapper, empty where it has none
 * @param requiredRole the role that the window mapper requires, empty where it requires none
 */
public record Setup(
        RealmSettings realm,
        ClientSettings client,
        List<MapperSettings> mappers,
        Optional<EncryptionReadiness> encryption,
        Optional<Role> requiredRole,
        Guard guard,
        Viewer viewer) {

    /** A role by its name, as the mapper has it, and whether the realm has it too. */
    public record Role(String name, boolean exists) {}

    /** Whether the client has anything of LivePerson's, and so belongs in the overview. */
    public boolean isLivePerson() {
        return mappers.stream().anyMatch(MapperSettings::isOurs);
    }

    /** The mappers that work for every token. */
    public Stream<MapperSettings> inEffect() {
        return mappers.stream().filter(MapperSettings::always).filter(MapperSettings::installed);
    }

    /** The window mapper that works, if there is one. */
    public Optional<MapperSettings> window() {
        return inEffect()
                .filter(mapper -> mapper.providerId().equals(MapperSettings.WINDOW))
                .findFirst();
    }

    /** Whether real access tokens leave the server, for LivePerson's bots (L39, L40). */
    public boolean delegates() {
        return client.grants().code()
                && window().map(w -> WindowMapperConfig.from(w.config()))
                        .filter(window -> !window.minimalTokenResponse())
                        .isPresent();
    }

    /** Whether it is a connector of its own, for unauthenticated conversations (L40). */
    public boolean delegatesOnly() {
        return delegates()
                && client.redirectUris().stream()
                        .noneMatch(uri -> uri.startsWith("https://liveperson.net"));
    }
}
