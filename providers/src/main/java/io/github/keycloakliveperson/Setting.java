package io.github.keycloakliveperson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * One setting of a mapper: how the console shows it (K27), how it is read, and why it can't be
 * saved. One that is empty or can't be read has its default, because imports are never checked
 * (K31).
 *
 * @param type the console's field, of {@link ProviderConfigProperty}'s types
 * @param byDefault empty for none
 * @param reader reads it, cleaned as {@link PastedText#name} does; empty for what can't be read
 * @param expected what it must be, for a sentence
 */
public record Setting<T>(
        String name,
        String label,
        String help,
        String type,
        List<String> options,
        String byDefault,
        Function<String, Optional<T>> reader,
        String expected) {

    private static final Predicate<String> DIGITS =
            Pattern.compile("[0-9]{1,9}").asMatchPredicate();
    private static final Predicate<String> FLAG = Pattern.compile("true|false").asMatchPredicate();

    /** A text of any form, on one line or several; without a default. */
    public static Setting<String> text(String name, String label, boolean lines, String help) {
        var type = lines ? ProviderConfigProperty.TEXT_TYPE : ProviderConfigProperty.STRING_TYPE;
        return new Setting<>(name, label, help, type, List.of(), "", Optional::of, "a text");
    }

    /** A text of a form; the reader is empty for any other, and {@code expected} says which. */
    public static Setting<String> text(
            String name,
            String label,
            String byDefault,
            Function<String, Optional<String>> reader,
            String expected,
            String help) {
        var type = ProviderConfigProperty.STRING_TYPE;
        return new Setting<>(name, label, help, type, List.of(), byDefault, reader, expected);
    }

    /** One of several words, the first by default. */
    public static <T> Setting<T> choice(
            String name,
            String label,
            List<String> words,
            Function<String, Optional<T>> reader,
            String help) {
        var type = ProviderConfigProperty.LIST_TYPE;
        var expected = String.join(" or ", words);
        return new Setting<>(name, label, help, type, words, words.get(0), reader, expected);
    }

    public static Setting<Boolean> flag(String name, String label, boolean byDefault, String help) {
        var type = ProviderConfigProperty.BOOLEAN_TYPE;
        Function<String, Optional<Boolean>> reader =
                text -> FLAG.test(text) ? Optional.of("true".equals(text)) : Optional.empty();
        var said = String.valueOf(byDefault);
        return new Setting<>(name, label, help, type, List.of(), said, reader, "true or false");
    }

    /** A whole number from 1, with its unit. */
    public static Setting<Integer> number(
            String name, String label, int byDefault, int most, String unit, String help) {
        var type = ProviderConfigProperty.STRING_TYPE;
        Function<String, Optional<Integer>> reader =
                text ->
                        Optional.of(text)
                                .filter(DIGITS)
                                .map(Integer::valueOf)
                                .filter(n -> n >= 1 && n <= most);
        var said = String.valueOf(byDefault);
        var expected = "a whole number of " + unit + ", 1 to " + most;
        return new Setting<>(name, label, help, type, List.of(), said, reader, expected);
    }

    /** What it says in a mapper's configuration, null for none. */
    public T in(Map<String, String> config) {
        var text = text(config);
        return (text.isEmpty() ? Optional.<T>empty() : reader.apply(text))
                .or(() -> reader.apply(byDefault))
                .orElseThrow();
    }

    /**
     * A sentence that says which setting can't be used, why, and what is accepted; without
     * apostrophes and braces, for Keycloak runs it through MessageFormat. Empty where it can be
     * used.
     */
    public Optional<String> problem(Map<String, String> config) {
        var text = text(config);
        return text.isEmpty() || reader.apply(text).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "%s (%s) must be %s. It is %s."
                                .formatted(label, name, expected, PastedText.shown(text)));
    }

    /** Its exact characters in a configuration, empty for none. */
    public String raw(Map<String, String> config) {
        var given = config == null ? null : config.get(name);
        return given == null ? "" : given;
    }

    /** How the console shows it. */
    public ProviderConfigProperty property() {
        var property =
                new ProviderConfigProperty(
                        name, label, help, type, byDefault.isEmpty() ? null : byDefault);
        property.setOptions(options.isEmpty() ? null : options);
        return property;
    }

    private String text(Map<String, String> config) {
        return PastedText.name(raw(config));
    }
}
