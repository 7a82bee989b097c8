package io.github.keycloakliveperson.onboarding.check;

import static io.github.keycloakliveperson.onboarding.setup.SetupFixture.mapper;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.SetupFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("K31: the mappers' settings, checked again")
class MapperChecksTest {

    private final SetupFixture setup = new SetupFixture();

    private Finding check() {
        return MapperChecks.settings(setup.setup());
    }

    private void add(String providerId, Optional<String> problem, String... unknown) {
        setup.mappers.add(mapper(providerId, Map.of()).with(problem, List.of(unknown)));
    }

    @Test
    @DisplayName("an unknown setting is named exactly as it is written")
    void unknown() {
        add(MapperSettings.CUSTOMER_INFO, Optional.empty(), "userNam", "ctype\u200b");
        add(MapperSettings.WINDOW, Optional.empty(), "lifespan");

        assertThat(check().status()).isEqualTo(Status.WARN);
        assertThat(check().message())
                .isEqualTo(
                        "Mapper \"a oidc-liveperson-customer-info-mapper\" on the client has"
                                + " unknown settings, which do nothing: userNam, ctype<U+200B>."
                                + " Mapper \"a"
                                + " oidc-liveperson-window-mapper\" on the client has unknown"
                                + " settings, which do nothing: lifespan.");
    }

    @Test
    @DisplayName("an unusable setting comes first")
    void problem() {
        add(MapperSettings.CUSTOMER_INFO, Optional.of("balance is wrong."), "userNam");

        assertThat(check().status()).isEqualTo(Status.FAIL);
        assertThat(check().message())
                .isEqualTo(
                        "Mapper \"a oidc-liveperson-customer-info-mapper\" on the client: balance"
                                + " is"
                                + " wrong.");
    }

    @Test
    @DisplayName("mappers of other kinds are not checked")
    void others() {
        add("oidc-usermodel-attribute-mapper", Optional.of("wrong"), "mine");

        assertThat(check().status()).isEqualTo(Status.PASS);
    }
}
