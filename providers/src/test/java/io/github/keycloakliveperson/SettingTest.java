package io.github.keycloakliveperson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.provider.ProviderConfigProperty;

@DisplayName("A mapper's setting")
class SettingTest {

    private static final Setting<Integer> NUMBER =
            Setting.number("a.number", "A number", 7, 100, "things", "How many.");
    private static final Setting<Boolean> FLAG = Setting.flag("a.flag", "A flag", true, "Whether.");
    private static final Setting<String> CHOICE =
            Setting.choice(
                    "a.choice",
                    "A choice",
                    List.of("one", "two"),
                    text -> Optional.of(text).filter(List.of("one", "two")::contains),
                    "Which.");

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "100, 100",
        "' 42 ', 42",
        "'', 7",
        "0, 7",
        "101, 7",
        "-1, 7",
        "1.0, 7",
        "many, 7",
        "99999999999, 7",
        "4294967297, 7",
    })
    @DisplayName("has its default if it is empty or can't be read")
    void number(String text, int expected) {
        assertThat(NUMBER.in(Map.of("a.number", text))).isEqualTo(expected);
        assertThat(NUMBER.in(null)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "' false', false", "no, true", "'', true"})
    @DisplayName("may be a boolean")
    void flag(String text, boolean expected) {
        assertThat(FLAG.in(Map.of("a.flag", text))).isEqualTo(expected);
    }

    @Test
    @DisplayName("says its name, what it must be, and what it is")
    void problem() {
        assertThat(NUMBER.problem(Map.of("a.number", "101")))
                .contains(
                        "A number (a.number) must be a whole number of things, 1 to 100. It is 101.");
        assertThat(FLAG.problem(Map.of("a.flag", "\u201con")))
                .contains("A flag (a.flag) must be true or false. It is <U+201C>on.");
        assertThat(CHOICE.problem(Map.of("a.choice", "three")))
                .contains("A choice (a.choice) must be one or two. It is three.");
        assertThat(CHOICE.problem(Map.of("a.choice", "two"))).isEmpty();
        assertThat(CHOICE.problem(Map.of("a.choice", " "))).isEmpty();
        assertThat(CHOICE.problem(null)).isEmpty();
    }

    @Test
    @DisplayName("is shown by its kind, with its default (K27)")
    void form() {
        assertThat(List.of(NUMBER.property(), FLAG.property(), CHOICE.property()))
                .extracting(
                        ProviderConfigProperty::getType, ProviderConfigProperty::getDefaultValue)
                .containsExactly(
                        tuple("String", "7"), tuple("boolean", "true"), tuple("List", "one"));
        assertThat(CHOICE.property().getOptions()).containsExactly("one", "two");
        assertThat(Setting.text("key", "Key", true, "The key.").property())
                .returns("Text", ProviderConfigProperty::getType)
                .returns("Key", ProviderConfigProperty::getLabel)
                .returns("The key.", ProviderConfigProperty::getHelpText)
                .returns(null, ProviderConfigProperty::getDefaultValue);
    }

    @Test
    @DisplayName("keeps every character if it is free text")
    void raw() {
        Setting<String> text = Setting.text("key", "Key", false, "The key.");

        assertThat(text.raw(Map.of("key", " a\u200b "))).isEqualTo(" a\u200b ");
        assertThat(text.raw(Map.of())).isEmpty();
        assertThat(text.raw(null)).isEmpty();
    }
}
