package io.github.keycloakliveperson.window.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderConfigProperty;

@DisplayName("The window mapper's settings")
class WindowMapperConfigTest {

    @Nested
    @DisplayName("when nothing is set")
    class Defaults {

        @Test
        @DisplayName("are the documented defaults")
        void defaults() {
            WindowMapperConfig expected =
                    new WindowMapperConfig(
                            3600,
                            AnswerLocation.FRAGMENT,
                            "https://liveperson.net",
                            16384,
                            true,
                            new RequiredRole(""));

            assertThat(WindowMapperConfig.from(Map.of())).isEqualTo(expected);
            assertThat(WindowMapperConfig.from(null)).isEqualTo(expected);
            assertThat(WindowMapperConfig.problems(Map.of())).isEmpty();
            assertThat(WindowMapperConfig.problems(null)).isEmpty();
        }

        @Test
        @DisplayName("are the defaults in the console, and pass its check")
        void console() {
            Map<String, String> offered = new HashMap<>();
            for (ProviderConfigProperty property : WindowMapperConfig.properties()) {
                offered.put(property.getName(), Objects.toString(property.getDefaultValue(), ""));
                assertThat(property.getLabel()).isNotBlank();
                assertThat(property.getHelpText()).endsWith(".");
            }

            assertThat(offered)
                    .containsOnlyKeys(
                            "id.token.lifespan",
                            "response.location",
                            "token.redirect.uri",
                            "max.state.length",
                            "minimal.token.response",
                            "required.role");
            assertThat(WindowMapperConfig.problems(offered)).isEmpty();
            assertThat(WindowMapperConfig.from(offered)).isEqualTo(WindowMapperConfig.from(null));
        }

        @Test
        @DisplayName("also apply to empty and blank values")
        void blank() {
            Map<String, String> config = new HashMap<>();
            for (ProviderConfigProperty property : WindowMapperConfig.properties()) {
                config.put(property.getName(), " ");
            }

            assertThat(WindowMapperConfig.problems(config)).isEmpty();
            assertThat(WindowMapperConfig.from(config)).isEqualTo(WindowMapperConfig.from(null));
        }
    }

    @Test
    @DisplayName("are read from Keycloak's map")
    void mapping() {
        Map<String, String> config =
                Map.of(
                        "id.token.lifespan", " 86400 ",
                        "response.location", "query",
                        "token.redirect.uri", "https://liveperson.net/",
                        "max.state.length", "32768",
                        "minimal.token.response", "false",
                        "required.role", " shop.member ");

        assertThat(WindowMapperConfig.problems(config)).isEmpty();
        assertThat(WindowMapperConfig.from(config))
                .isEqualTo(
                        new WindowMapperConfig(
                                86400,
                                AnswerLocation.QUERY,
                                "https://liveperson.net/",
                                32768,
                                false,
                                new RequiredRole("shop.member")));
    }

    @ParameterizedTest
    @CsvSource({
        "id.token.lifespan, 1",
        "id.token.lifespan, 31536000",
        "max.state.length, 1",
        "max.state.length, 65536",
        "token.redirect.uri, http://localhost:8000/back",
        "token.redirect.uri, https://chat_sso.brand.example",
        "token.redirect.uri, https://brand.example?a=b",
        "response.location, fragment"
    })
    @DisplayName("are fine up to their limits")
    void limits(String name, String value) {
        assertThat(WindowMapperConfig.problems(Map.of(name, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "id.token.lifespan, 0",
        "id.token.lifespan, -1",
        "id.token.lifespan, 1h",
        "id.token.lifespan, 3600.5",
        "id.token.lifespan, 31536001",
        "id.token.lifespan, 99999999999999999999",
        "response.location, form_post",
        "response.location, Fragment",
        "token.redirect.uri, liveperson.net",
        "token.redirect.uri, https://",
        "token.redirect.uri, javascript:alert(1)",
        "token.redirect.uri, https://liveperson.net/#here",
        "token.redirect.uri, https://live person.net",
        "token.redirect.uri, https://liveperson.net/a b",
        "token.redirect.uri, https://..",
        "max.state.length, 0",
        "max.state.length, 65537",
        "max.state.length, lots",
        "minimal.token.response, maybe"
    })
    @DisplayName("that can't be read are named, and have their default at run time (K31)")
    void unreadable(String name, String value) {
        assertThat(WindowMapperConfig.problems(Map.of(name, value)))
                .singleElement()
                .asString()
                .contains(name)
                .endsWith(".")
                .doesNotContain("'", "{");
        assertThat(WindowMapperConfig.from(Map.of(name, value)))
                .isEqualTo(WindowMapperConfig.from(null));
    }

    @ParameterizedTest
    @CsvSource({
        "id.token.lifespan, '3,600', '3<U+002C>600'",
        "response.location, qu\u0435ry, qu<U+0435>ry",
        "minimal.token.response, \u201con, <U+201C>on"
    })
    @DisplayName("that can't be read are shown with their invisible characters")
    void shown(String name, String value, String shown) {
        assertThat(WindowMapperConfig.problems(Map.of(name, value)))
                .singleElement()
                .asString()
                .endsWith(" It is " + shown + ".");
    }

    @Test
    @DisplayName("are read without invisible characters")
    void pasted() {
        Map<String, String> pasted =
                Map.of(
                        "id.token.lifespan", "\u00a07200\u200b",
                        "response.location", "\u201cquery\u201d",
                        "token.redirect.uri", "https://liveperson.net/\ufeff",
                        "max.state.length", "'32768'",
                        "minimal.token.response", "fal\u00adse",
                        "required.role", "\u200b\u201cchat\u00a0guest\u201d");

        assertThat(WindowMapperConfig.problems(pasted)).isEmpty();
        assertThat(WindowMapperConfig.from(pasted))
                .isEqualTo(
                        WindowMapperConfig.from(
                                Map.of(
                                        "id.token.lifespan", "7200",
                                        "response.location", "query",
                                        "token.redirect.uri", "https://liveperson.net/",
                                        "max.state.length", "32768",
                                        "minimal.token.response", "false",
                                        "required.role", "chat guest")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "fragment"})
    @DisplayName("know both locations by name")
    void locations(String word) {
        assertThat(AnswerLocation.of(word).orElseThrow().value()).isEqualTo(word);
    }
}
