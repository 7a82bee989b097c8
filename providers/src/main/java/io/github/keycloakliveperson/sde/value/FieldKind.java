package io.github.keycloakliveperson.sde.value;

import java.time.LocalDate;

/** How the text of a source becomes the JSON value of a LivePerson field. */
public enum FieldKind {
    TEXT("Text.") {
        @Override
        public Object convert(String text, LocalDate today) throws UnconvertibleException {
            return UnicodeText.parse(text);
        }
    },
    NUMBER("A number such as -400.99.") {
        @Override
        public Object convert(String text, LocalDate today) throws UnconvertibleException {
            return DecimalNumber.parse(text);
        }
    },
    INTEGER("A whole number.") {
        @Override
        public Object convert(String text, LocalDate today) throws UnconvertibleException {
            return WholeNumber.parse(text);
        }
    },
    DATE("An ISO date or date-time, LDAP’s GeneralizedTime, or epoch seconds or milliseconds.") {
        @Override
        public Object convert(String text, LocalDate today) throws UnconvertibleException {
            return CalendarDate.toJson(CalendarDate.parse(text));
        }
    },
    AGE("An ISO date or date-time, LDAP’s GeneralizedTime, or epoch seconds or milliseconds.") {
        @Override
        public Object convert(String text, LocalDate today) throws UnconvertibleException {
            return Age.on(today, CalendarDate.parse(text)).toJson();
        }
    },
    GENDER("male or m, female or f; anything else becomes OTHER.") {
        @Override
        public Object convert(String text, LocalDate today) {
            return Gender.parse(text).name();
        }
    },
    LANGUAGE("Language and country such as en-US or en_US.") {
        @Override
        public Object convert(String text, LocalDate today) throws UnconvertibleException {
            return Language.parse(text).toJson();
        }
    },
    PHONE_TYPE("HOME, MOBILE, WORK, FAX, MAIN, HOME_FAX, WORK_FAX, PAGER or OTHER.") {
        @Override
        public Object convert(String text, LocalDate today) throws UnconvertibleException {
            return PhoneType.parse(text).name();
        }
    };

    private final String expectation;

    FieldKind(String expectation) {
        this.expectation = expectation;
    }

    /** A sentence for the console: what a value has to look like. */
    public String expectation() {
        return expectation;
    }

    /**
     * Converts one value.
     *
     * @param text the value as Keycloak holds it, not blank
     * @param today the day of issue, in UTC
     * @return a {@link String}, {@link Integer}, {@link Double} or a {@link java.util.Map} of
     *     integers
     * @throws UnconvertibleException when the value isn't of this kind
     */
    public abstract Object convert(String text, LocalDate today) throws UnconvertibleException;
}
