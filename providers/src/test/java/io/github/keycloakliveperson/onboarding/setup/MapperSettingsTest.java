package io.github.keycloakliveperson.onboarding.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A mapper of a client")
class MapperSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "oidc-liveperson-window-mapper, true, false",
        "oidc-liveperson-customer-info-mapper, true, true",
        "oidc-liveperson-personal-info-mapper, true, true",
        "oidc-liveperson-id-token-encryption-mapper, true, false",
        "oidc-usermodel-attribute-mapper, false, false"
    })
    @DisplayName("is known by its id")
    void known(String id, boolean ours, boolean sde) {
        MapperSettings mapper = SetupFixture.mapper(id, Map.of());

        assertThat(mapper.isOurs()).isEqualTo(ours);
        assertThat(mapper.isSde()).isEqualTo(sde);
    }

    @Test
    @DisplayName("makes the client LivePerson's, if it is one of this extension's")
    void livePerson() {
        SetupFixture fixture = new SetupFixture();
        assertThat(fixture.setup().isLivePerson()).isTrue();

        fixture.mappers.clear();
        fixture.mappers.add(SetupFixture.mapper("oidc-usermodel-attribute-mapper", Map.of()));
        assertThat(fixture.setup().isLivePerson()).isFalse();
    }

    @Test
    @DisplayName("is found on the client or in a scope")
    void place() {
        assertThat(named(Optional.empty()).place()).isEqualTo("Mapper \"tier\" on the client");
        assertThat(named(Optional.of("sdes")).place())
                .isEqualTo("Mapper \"tier\" in the client scope \"sdes\"");
    }

    private static MapperSettings named(Optional<String> scope) {
        return new MapperSettings("tier", MapperSettings.WINDOW, scope, true, true, Map.of());
    }
}
