package io.github.keycloakliveperson.contract.sde;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Reads one value of a field by its type; empty where the JSON is not what LivePerson expects. */
final class SdeValue {

    private static final Set<String> GENDERS = Set.of("MALE", "FEMALE", "OTHER");

    private SdeValue() {}

    static Optional<String> read(SdeField.Type type, JsonNode value) {
        return switch (type) {
            case STRING -> text(value);
            case NUMBER -> value.isNumber() ? Optional.of(number(value)) : Optional.empty();
            case INTEGER ->
                    value.isIntegralNumber() ? Optional.of(number(value)) : Optional.empty();
            case DATE -> date(value);
            case AGE -> age(value);
            case GENDER -> text(value).filter(GENDERS::contains);
            case LANGUAGE -> text(value).filter(t -> t.matches("[a-z]{2}-[A-Z]{2}"));
            case CURRENCY -> text(value).filter(t -> t.matches("[A-Z]{3}"));
            case CONTACTS -> Optional.empty();
        };
    }

    static String expectation(SdeField.Type type) {
        return switch (type) {
            case STRING -> "a string";
            case NUMBER -> "a JSON number";
            case INTEGER -> "a whole JSON number";
            case DATE -> "an object of the integers day, month (1 to 12) and year";
            case AGE -> "an object of the integers age, year, month and day";
            case GENDER -> "MALE, FEMALE or OTHER in capitals";
            case LANGUAGE -> "a language and a country, such as en-US";
            case CURRENCY -> "a currency code of three capitals, such as USD";
            case CONTACTS -> "an array of objects";
        };
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value.textValue()).filter(t -> !t.isBlank());
    }

    private static String number(JsonNode value) {
        return value.decimalValue().toPlainString();
    }

    private static Optional<String> date(JsonNode value) {
        var day = value.path("day");
        var month = value.path("month");
        var year = value.path("year");
        if (!(day.isInt() && month.isInt() && year.isInt())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(year.intValue(), month.intValue(), day.intValue()).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> age(JsonNode value) {
        var age = value.path("age");
        var born = date(value);
        if (age.isMissingNode()) {
            return born.map(b -> "born " + b);
        }
        if (!age.isInt() || age.intValue() < 0) {
            return Optional.empty();
        }
        if (!value.has("year") && !value.has("month") && !value.has("day")) {
            return Optional.of(age.asText());
        }
        return born.map(b -> age.asText() + " (born " + b + ")");
    }
}
