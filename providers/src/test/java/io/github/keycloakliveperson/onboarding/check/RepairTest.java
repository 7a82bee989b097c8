package io.github.keycloakliveperson.onboarding.check;

import static io.github.keycloakliveperson.onboarding.setup.SetupFixture.mapper;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Grants;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.SetupFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done about a finding without asking; {@code FixIT} shows it on a real client. */
@DisplayName("A repair")
class RepairTest {

    private static final Set<String> REPAIRABLE =
            Set.of(
                    "callback",
                    "silent-return",
                    "liveperson-redirects",
                    "signature-algorithm",
                    "answer-parameters");

    @Test
    @DisplayName("is nothing where nothing is wrong")
    void nothing() {
        assertThat(SetupChecks.run(new SetupFixture().setup())).noneMatch(Check::hasRepair);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({
        "io.github.keycloakliveperson.onboarding.check.Warnings#warnings",
        "io.github.keycloakliveperson.onboarding.check.Failures#failures"
    })
    @DisplayName("is there for what every LivePerson client has, and makes the check pass")
    void passes(String id, String fault, Consumer<SetupFixture> spoil) {
        SetupFixture fixture = new SetupFixture();
        spoil.accept(fixture);
        Check found = only(fixture, id);

        assertThat(found.hasRepair()).isEqualTo(REPAIRABLE.contains(id));
        if (found.hasRepair()) {
            fixture.redirectUris.addAll(found.repair().redirectUris());
            fixture.attributes.putAll(found.repair().attributes());
            assertThat(only(fixture, id).status()).isSameAs(Status.PASS);
        }
    }

    @Test
    @DisplayName("adds exact addresses only")
    void exact() {
        SetupFixture fixture = new SetupFixture();
        fixture.redirectUris.clear();
        fixture.grants = new Grants(false, true, false, false);

        assertThat(SetupChecks.run(fixture.setup()))
                .flatExtracting(check -> check.repair().redirectUris())
                .containsExactlyInAnyOrderElementsOf(new SetupFixture().redirectUris);
    }

    @Test
    @DisplayName(
            "puts the default in place of a window setting that can't be read, and of no other")
    void mapperSettings() {
        SetupFixture fixture = new SetupFixture();
        Map<String, String> config =
                Map.of("max.state.length", "lots", "id.token.lifespan", "7200", "lenght", "1");
        fixture.mappers =
                List.of(
                        broken(mapper(MapperSettings.WINDOW, config)),
                        broken(
                                new MapperSettings(
                                        "shared",
                                        MapperSettings.WINDOW,
                                        Optional.of("a scope"),
                                        true,
                                        true,
                                        config)),
                        broken(mapper(MapperSettings.CUSTOMER_INFO, Map.of("userName", "note:"))));

        assertThat(only(fixture, "mapper-settings").repair().mappers())
                .isEqualTo(
                        Map.of(
                                "a " + MapperSettings.WINDOW,
                                Map.of(
                                        "max.state.length",
                                        "16384",
                                        "id.token.lifespan",
                                        "7200",
                                        "lenght",
                                        "1")));
    }

    private static MapperSettings broken(MapperSettings mapper) {
        return mapper.with(Optional.of("It can't be read."), List.of());
    }

    private static Check only(SetupFixture fixture, String id) {
        return SetupChecks.run(fixture.setup()).stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
