package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** How the text of a source becomes the JSON value of a LivePerson field. */
public enum FieldKind {
    TEXT("Text.", (text, today) -> wellFormed(text)),
    NUMBER("A number such as -400.99.", (text, today) -> JsonNumber.decimal(text)),
    INTEGER("A whole number.", (text, today) -> JsonNumber.whole(text)),
    DATE(
            "An ISO date or date-time, LDAP’s GeneralizedTime, or epoch seconds or milliseconds.",
            (text, today) -> CalendarDate.toJson(CalendarDate.parse(text))),
    AGE(DATE.expectation, (text, today) -> Age.on(today, CalendarDate.parse(text)).toJson()),
    GENDER("male or m, female or f; anything else becomes OTHER.", (text, today) -> gender(text)),
    LANGUAGE("Language and country such as en-US or en_US.", (text, today) -> Language.parse(text)),
    PHONE_TYPE(
            "HOME, MOBILE, WORK, FAX, MAIN, HOME_FAX, WORK_FAX, PAGER or OTHER.",
            (text, today) -> phoneType(text));

    private static final List<String> PHONE_TYPES =
            List.of(
                    "HOME",
                    "MOBILE",
                    "WORK",
                    "FAX",
                    "MAIN",
                    "HOME_FAX",
                    "WORK_FAX",
                    "PAGER",
                    "OTHER");

    private final String expectation;
    private final Conversion conversion;

    FieldKind(String expectation, Conversion conversion) {
        this.expectation = expectation;
        this.conversion = conversion;
    }

    /** A sentence for the console: what a value has to look like. */
    public String expectation() {
        return expectation;
    }

    /**
     * A {@link String}, {@link Integer}, {@link Double} or a {@link java.util.Map} of integers,
     * from a text that is not blank, on the day of issue in UTC.
     */
    public Object convert(String text, LocalDate today) throws UnconvertibleException {
        return conversion.of(text, today);
    }

    /** The same characters; half a surrogate pair has no UTF-8 form and would break the token. */
    private static String wellFormed(String text) throws UnconvertibleException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new UnconvertibleException("the value is not well-formed Unicode");
        }
        return text;
    }

    private static String gender(String text) {
        return switch (PastedText.strip(text).toLowerCase(Locale.ROOT)) {
            case "male", "m" -> "MALE";
            case "female", "f" -> "FEMALE";
            default -> "OTHER";
        };
    }

    private static String phoneType(String text) throws UnconvertibleException {
        var type = PastedText.strip(text).toUpperCase(Locale.ROOT);
        if (!PHONE_TYPES.contains(type)) {
            throw new UnconvertibleException(
                    "the value is none of " + String.join(", ", PHONE_TYPES));
        }
        return type;
    }

    @FunctionalInterface
    private interface Conversion {
        Object of(String text, LocalDate today) throws UnconvertibleException;
    }
}
