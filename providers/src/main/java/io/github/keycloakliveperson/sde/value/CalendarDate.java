package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads days without time and zone. A day that isn't certain isn't read: LivePerson's agent would
 * see it as a fact.
 *
 * <p>The forms are told by patterns and {@link LocalDate} checks the days: a formatter of {@code
 * java.time} for the same forms needs as many lines, and objects for each part.
 */
final class CalendarDate {

    private static final int DATE_LENGTH = "2014-10-15".length();
    private static final String ZONE = "(?:[Zz]|[+-](?:0\\d|1[0-8])(?::?[0-5]\\d)?)";

    /** What follows the day: the zone of an {@code xs:date}, or the time of a date-time. */
    private static final Pattern AFTER_THE_DAY =
            Pattern.compile(
                    "Z|[+-](?:0\\d|1[0-4]):[0-5]\\d"
                            + "|[Tt ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d+)?)?"
                            + ZONE
                            + '?');

    /** RFC 4517 §3.3.13: {@code 20141015235959.0Z}. */
    private static final Pattern GENERALIZED_TIME =
            Pattern.compile(
                    "\\d{8}(?:[01]\\d|2[0-3])(?:[0-5]\\d(?:[0-5]\\d|60)?)?(?:[.,]\\d+)?" + ZONE);

    /** RFC 4517 §3.3.34: a year of two digits, and with it maybe another GeneralizedTime. */
    private static final Pattern UTC_TIME =
            Pattern.compile(
                    "\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d"
                            + "(?:[0-5]\\d)?"
                            + ZONE);

    private CalendarDate() {}

    /**
     * Reads an ISO date ({@code xs:date} with its zone too), an ISO date-time or a GeneralizedTime
     * (their day by their own offset, so the day as written), or epoch seconds or milliseconds
     * (their day in UTC).
     *
     * @throws UnconvertibleException for anything else, for days that don't exist, and for digits
     *     that could be a date in another form
     */
    static LocalDate parse(String text) throws UnconvertibleException {
        String date = PastedText.strip(text);
        if (EpochTime.looksLike(date)) {
            return EpochTime.dayOf(date);
        }
        if (isIso(date)) {
            return day(date, 0, 5, 8);
        }
        if (UTC_TIME.matcher(date).matches()) {
            throw new UnconvertibleException(
                    "the digits may be a date with a two-digit year: write the date like"
                            + " 2014-10-15");
        }
        if (GENERALIZED_TIME.matcher(date).matches()) {
            return EpochTime.requireLikely(day(date, 0, 4, 6));
        }
        throw new UnconvertibleException(
                "the value is not an ISO date such as 2014-10-15, an ISO date-time, a"
                        + " GeneralizedTime such as 20141015120000Z, or epoch seconds or"
                        + " milliseconds");
    }

    /** LivePerson's date object: {@code {"day":15,"month":10,"year":2014}}. */
    static Map<String, Object> toJson(LocalDate date) {
        Map<String, Object> json = new LinkedHashMap<>(4);
        json.put("day", date.getDayOfMonth());
        json.put("month", date.getMonthValue());
        json.put("year", date.getYear());
        return json;
    }

    private static boolean isIso(String text) {
        return text.length() >= DATE_LENGTH
                && Digits.areDigits(text, 0, 4)
                && text.charAt(4) == '-'
                && Digits.areDigits(text, 5, 7)
                && text.charAt(7) == '-'
                && Digits.areDigits(text, 8, DATE_LENGTH)
                && (text.length() == DATE_LENGTH
                        || AFTER_THE_DAY
                                .matcher(text)
                                .region(DATE_LENGTH, text.length())
                                .matches());
    }

    private static LocalDate day(String text, int yearAt, int monthAt, int dayAt)
            throws UnconvertibleException {
        try {
            int year = Integer.parseInt(text, yearAt, yearAt + 4, 10);
            int month = Integer.parseInt(text, monthAt, monthAt + 2, 10);
            int day = Integer.parseInt(text, dayAt, dayAt + 2, 10);
            ChronoField.YEAR_OF_ERA.checkValidValue(year); // 0000 is none
            return LocalDate.of(year, month, day);
        } catch (DateTimeException nonexistent) {
            throw new UnconvertibleException("the date does not exist in the calendar");
        }
    }
}
