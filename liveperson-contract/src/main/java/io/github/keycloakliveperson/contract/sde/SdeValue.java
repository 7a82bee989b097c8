package io.github.keycloakliveperson.contract.sde;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One value of a field.
 *
 * @param fit how well it matches LivePerson's tables
 * @param text what the agent reads; empty where there is nothing to show
 */
record SdeValue(Fit fit, String text) {

    /** From best to worst. */
    enum Fit {
        GOOD,
        /** The right JSON type, but not a value from LivePerson's lists. */
        ODD,
        /** Another JSON type, or not a date. */
        WRONG
    }

    private static final Set<String> GENDERS = Set.of("MALE", "FEMALE", "OTHER");
    private static final Set<String> PHONE_TYPES =
            Set.of(
                    "HOME",
                    "MOBILE",
                    "WORK",
                    "FAX",
                    "MAIN",
                    "HOME_FAX",
                    "WORK_FAX",
                    "PAGER",
                    "OTHER");

    private static final SdeValue NONE = new SdeValue(Fit.WRONG, "");

    static SdeValue read(SdeField type, JsonNode value) {
        return switch (type) {
            case STRING -> text(value, true);
            case NUMBER -> number(value, value.isNumber());
            case INTEGER -> number(value, value.isIntegralNumber());
            case DATE -> date(value);
            case AGE -> age(value);
            case GENDER -> text(value, GENDERS.contains(value.asText()));
            // LivePerson's own samples have an underscore, too
            case LANGUAGE -> text(value, value.asText().matches("[a-z]{2}[-_][A-Z]{2}"));
            case CURRENCY -> text(value, value.asText().matches("[A-Z]{3}"));
            case PHONE_TYPE -> text(value, PHONE_TYPES.contains(value.asText()));
            case CONTACTS, ADDRESS -> NONE;
        };
    }

    private static SdeValue text(JsonNode value, boolean known) {
        if (!value.isTextual()) {
            return NONE;
        }
        return value.textValue().isBlank()
                ? new SdeValue(Fit.ODD, "")
                : new SdeValue(known ? Fit.GOOD : Fit.ODD, value.textValue());
    }

    private static SdeValue number(JsonNode value, boolean right) {
        return right ? new SdeValue(Fit.GOOD, value.decimalValue().toPlainString()) : NONE;
    }

    private static SdeValue date(JsonNode value) {
        var day = value.path("day");
        var month = value.path("month");
        var year = value.path("year");
        if (!(day.isInt() && month.isInt() && year.isInt())) {
            return NONE;
        }
        try {
            return new SdeValue(
                    Fit.GOOD,
                    LocalDate.of(year.intValue(), month.intValue(), day.intValue()).toString());
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static SdeValue age(JsonNode value) {
        var age = value.path("age");
        var dated = Stream.of("year", "month", "day").anyMatch(value::has);
        var born = dated ? date(value) : new SdeValue(Fit.GOOD, "");
        if (born.fit() == Fit.WRONG || !(age.isInt() || age.isMissingNode() && dated)) {
            return NONE;
        }
        var years = age.asText("");
        var text = dated ? years + (years.isEmpty() ? "" : " (") + "born " + born.text() : years;
        return new SdeValue(
                age.isInt() && age.intValue() < 0 ? Fit.ODD : Fit.GOOD,
                dated && !years.isEmpty() ? text + ")" : text);
    }
}
